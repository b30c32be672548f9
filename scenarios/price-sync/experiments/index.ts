import type { ExperimentCard } from '../../../lib/core/experiments/experiment';
import { brokerCutOff } from './broker-cut-off';
import { indexThrottled } from './index-throttled';
import { indexerSlow } from './indexer-slow';
import { indexerStopped } from './indexer-stopped';
import { indexerTaskStop } from './indexer-task-stop';
import { poisonedPrices } from './poisoned-prices';

/** The one who takes messages stops or is slow; a message, or what it is for, cannot be worked off; nobody gets to the queue. */
export const experiments: readonly ExperimentCard[] = [
  indexerStopped,
  indexerTaskStop,
  indexerSlow,
  poisonedPrices,
  indexThrottled,
  brokerCutOff,
];
