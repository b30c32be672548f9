import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const indexThrottled: ExperimentCard = {
  id: 'index-throttled',
  title: 'The index says: not now',
  failureClass: 'capacity and traffic',
  hypothesis: 'When a third of the index’s calls is throttled, what was refused is tried again, and no price is lost.',
  recoversWithinSeconds: 0,
  fault: { kind: 'table-throttling', table: 'search-index', share: 0.33 },
  durationSeconds: 600,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'A data scientist is very interested in the index. All of it, line by line.',
    target: 'The search index, a third of its calls',
    didYouKnow: 'Three attempts at a third each leave one call in 27 refused: enough to lose four prices a minute.',
  },
  signals: ['ThrottledRequests of the index', 'messages that were put aside', 'single old prices on many shelves'],
  repair: 'An indexer that tries again, with a pause, before it gives a message up.',
};
