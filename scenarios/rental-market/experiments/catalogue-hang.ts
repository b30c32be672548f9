import type { ExperimentCard } from '../../../lib/core/scenario';

export const catalogueHang: ExperimentCard = {
  id: 'catalogue-hang',
  title: 'A catalogue instance stares into the void',
  failureClass: 'observability',
  hypothesis:
    'When a catalogue instance freezes, the load balancer leaves it within half a minute, and an alarm has rebooted it after five.',
  fault: { kind: 'instance-hang', tier: 'catalogue' },
  durationSeconds: 3000,
};
