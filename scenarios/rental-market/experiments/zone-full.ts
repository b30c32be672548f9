import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const zoneFull: ExperimentCard = {
  id: 'zone-full',
  title: 'The first zone is sold out',
  failureClass: 'capacity and traffic',
  hypothesis:
    'When nothing can be launched in the first zone, what has to grow grows in the second, and nobody notices.',
  recoversWithinSeconds: 300,
  fault: { kind: 'capacity-error', zone: 0 },
  durationSeconds: 1200,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'Somebody else has a launch day too, and has bought every server in the first zone.',
    target: 'Launches of instances and tasks in the first zone',
    didYouKnow:
      'An Auto Scaling group that cannot launch in one zone tries its others, and evens itself out when there is capacity again.',
  },
  signals: ['failed scaling activities: insufficient capacity', 'CPU of the group at its top', 'slow pages'],
  repair: 'Both zones for every tier, so that the second one takes what the first does not.',
};
