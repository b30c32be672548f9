import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const poisonedPrices: ExperimentCard = {
  id: 'poisoned-prices',
  title: 'Somebody imports a price list from a spreadsheet',
  failureClass: 'data and synchronisation',
  hypothesis:
    'When a hundred messages come that nobody can read, they are put aside after three attempts each, and prices go on.',
  recoversWithinSeconds: 180,
  fault: { kind: 'poison-messages', queue: 'price-queue', messages: 100 },
  durationSeconds: 900,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'A hundred prices were typed with a decimal comma, an apostrophe and a small drawing.',
    target: 'The queue of changed prices, a hundred messages',
    didYouKnow: 'A message that can never be done and never be given up is called a poison message.',
  },
  signals: [
    'errors of the indexer, always about the same messages',
    'the lag of the queue',
    'messages that were put aside',
  ],
  repair: 'A dead-letter queue, and an alarm on it.',
};
