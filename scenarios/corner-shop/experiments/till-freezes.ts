import type { ExperimentCard } from '../../../lib/core/scenario';

export const tillFreezes: ExperimentCard = {
  id: 'till-freezes',
  title: 'A till stares into the void',
  failureClass: 'observability',
  hypothesis: 'When an instance freezes, the load balancer leaves it within half a minute, and it is replaced.',
  fault: { kind: 'instance-hang', tier: 'till' },
  durationSeconds: 600,
};
