import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const indexerSlow: ExperimentCard = {
  id: 'indexer-slow',
  title: 'The index answers in its own good time',
  failureClass: 'dependency',
  hypothesis:
    'When every write of the indexer takes eleven seconds longer, two more tasks are there before any price is too late.',
  recoversWithinSeconds: 420,
  fault: { kind: 'dependency-slow', tier: 'indexer', addedMs: 11_000 },
  durationSeconds: 900,
  announcement: { mode: 'misleading', afterSeconds: 300, text: 'Marketing has changed all prices by hand. Twice.' },
  kickOff: {
    story: 'The index has taken up meditation. Each entry is breathed in, and out.',
    target: 'Every call that the indexer makes',
    didYouKnow: 'What a consumer gets done is what it has in hand, divided by how long each takes: Little’s law.',
  },
  signals: ['the lag of the queue', 'messages in hand, all that the prefetch allows', 'an indexer that is hardly busy'],
  repair: 'Several tasks, each with several messages in hand, and an alarm that adds more in time.',
};
