import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const tillFreezes: ExperimentCard = {
  id: 'till-freezes',
  title: 'A till stares into the void',
  failureClass: 'observability',
  hypothesis: 'When an instance freezes, the load balancer leaves it within half a minute, and it is replaced.',
  recoversWithinSeconds: 120,
  fault: { kind: 'instance-hang', tier: 'till' },
  durationSeconds: 600,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'A till stares into the void.',
    target: 'One instance, its operating system',
    didYouKnow: 'With health checks of the load balancer, an Auto Scaling group replaces what does not answer.',
  },
  signals: ['an unhealthy target', '504 on pages'],
  repair: 'Health checks that look often, and a group that trusts them.',
};
