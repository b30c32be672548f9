import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const indexerTaskStop: ExperimentCard = {
  id: 'indexer-task-stop',
  title: 'Somebody restarts an indexer, to be on the safe side',
  failureClass: 'people and process',
  hypothesis: 'When a task of the indexer is stopped, the others take what it had in hand, and nobody notices.',
  recoversWithinSeconds: 0,
  fault: { kind: 'task-stop', tier: 'indexer' },
  durationSeconds: 300,
  announcement: { mode: 'silent' },
  kickOff: {
    story: '“Have you tried turning it off and on again?” He has, in the wrong tab.',
    target: 'One task of the indexer',
    didYouKnow: 'A broker gives unacknowledged messages to somebody else as soon as the connection is gone.',
  },
  signals: ['a stopped task', 'the lag of the queue'],
  repair: 'Two tasks at least, and messages that are acknowledged only when they are done.',
};
