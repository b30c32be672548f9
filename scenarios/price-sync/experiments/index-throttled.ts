import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const indexThrottled: ExperimentCard = {
  id: 'index-throttled',
  title: 'The index says: not now',
  failureClass: 'capacity and traffic',
  hypothesis:
    'When a quarter of the index’s calls is throttled, what was refused is tried again, and no price is lost.',
  recoversWithinSeconds: 0,
  fault: { kind: 'table-throttling', table: 'search-index', share: 0.25 },
  durationSeconds: 1200,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'A data scientist is very interested in the index. All of it, line by line.',
    target: 'The search index, a quarter of its calls',
    didYouKnow:
      'Three attempts at calls of which a quarter is refused leave one in 64: enough to lose a price every half minute.',
  },
  signals: ['ThrottledRequests of the index', 'messages that were put aside', 'single old prices on many shelves'],
  repair: 'An indexer that tries again, with a pause, before it gives a message up.',
};
