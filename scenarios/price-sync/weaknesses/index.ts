import type { Weakness } from '../../../lib/scenarios/scenario';
import { fireAndForget } from './fire-and-forget';
import { greedyIndexer } from './greedy-indexer';
import { noDeadLetters } from './no-dead-letters';
import { nobodyCounts } from './nobody-counts';
import { oneIndexer } from './one-indexer';
import { oneTry } from './one-try';

/** The most pressing first, by what each costs when it is left in alone. */
export const weaknesses: readonly Weakness[] = [
  fireAndForget,
  oneIndexer,
  noDeadLetters,
  nobodyCounts,
  oneTry,
  greedyIndexer,
];
