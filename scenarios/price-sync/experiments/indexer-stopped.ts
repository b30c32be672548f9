import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const indexerStopped: ExperimentCard = {
  id: 'indexer-stopped',
  title: 'The indexer takes a break',
  failureClass: 'data and synchronisation',
  hypothesis:
    'When the indexer takes no messages for two minutes, few listings are wrong meanwhile, and all are right again four minutes later.',
  recoversWithinSeconds: 360,
  fault: { kind: 'consumer-stop', tier: 'indexer' },
  durationSeconds: 120,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'The indexer has heard of the right to disconnect.',
    target: 'All tasks of the indexer: none takes a message',
    didYouKnow: 'A queue hides a broken consumer from whoever sends: everything is accepted, and nothing happens.',
  },
  signals: [
    'the lag of the queue',
    'complaints: listing and product page disagree',
    'wrong answers while everything is fast',
  ],
  repair: 'An alarm on the age of the queue, and enough tasks to work off what has gathered.',
};
