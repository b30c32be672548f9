import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { TaskTier } from '../../../lib/constructs/task-tier';

/** Role of the queue in the application's model, and what its resources are tagged with. */
export const priceQueueRole = 'price-queue';

/** Where changed prices wait for the indexer, whatever it is made of. */
export interface PriceQueue {
  /** How a program gets to it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, ecs.Secret>>;
  /** How far the indexer is behind. */
  readonly lag: cloudwatch.Metric;
  /** From which lag on tasks are added, two and then four of them, and below which one is taken away. */
  readonly steps: { readonly calm: number; readonly late: number; readonly tooLate: number };
  letSend(tier: TaskTier): void;
  letTake(tier: TaskTier): void;
}
