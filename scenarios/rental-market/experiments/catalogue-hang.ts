import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const catalogueHang: ExperimentCard = {
  id: 'catalogue-hang',
  title: 'A catalogue instance stares into the void',
  failureClass: 'observability',
  hypothesis:
    'When a catalogue instance freezes, the load balancer leaves it within half a minute, and an alarm has rebooted it after five.',
  recoversWithinSeconds: 90,
  fault: { kind: 'instance-hang', tier: 'catalogue' },
  durationSeconds: 3000,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'A catalogue server has looked into the void for too long, and the void looked back.',
    target: 'One catalogue instance, its operating system',
    didYouKnow:
      'A load balancer finds a frozen target by its health check, EC2 by its status check: two clocks, two thresholds.',
  },
  signals: ['an unhealthy target', 'a failed instance status check', '504 on pages'],
  repair: 'Health checks every 10 s that give up after two, and an alarm that reboots the instance.',
};
