import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const catalogueLatency: ExperimentCard = {
  id: 'catalogue-latency',
  title: 'The catalogue moves far away',
  failureClass: 'dependency',
  hypothesis:
    'When everything that the catalogue says is 400 ms late, pages and quotes come later too, but within a second.',
  recoversWithinSeconds: 0,
  fault: { kind: 'latency', tier: 'catalogue', addedMs: 400 },
  durationSeconds: 600,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'A contractor has optimised the routing. The catalogue’s packets now see the world.',
    target: 'All catalogue instances, what they send',
    didYouKnow: 'Light in glass needs about 5 ms for 1000 km: 400 ms is once around the world, and back again.',
  },
  signals: ['target response time of the catalogue', 'slower pages while every target is healthy and no CPU is busy'],
  repair:
    'Capacity to spare on every tier, so that waiting does not turn into queueing; listings may be cached for 30 seconds.',
};
