import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const catalogueStop: ExperimentCard = {
  id: 'catalogue-stop',
  title: 'Somebody trips over the catalogue’s power cord',
  failureClass: 'infrastructure and zone loss',
  hypothesis:
    'When one catalogue instance stops, the other serves everything, and nobody notices for longer than 30 seconds.',
  recoversWithinSeconds: 60,
  fault: { kind: 'instance-stop', tier: 'catalogue' },
  durationSeconds: 300,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'The cleaning crew needed a socket for the vacuum cleaner.',
    target: 'One catalogue instance',
    didYouKnow: 'A stopped instance keeps its disk and loses its public address.',
  },
  signals: ['an unhealthy target', '502 and 503 on pages'],
  repair: 'Both catalogue instances registered as targets, in two zones.',
};
