import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { AdjustmentType, type ScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TaskTier, type TaskTierProps } from '../../../lib/constructs/task-tier';
import type { PriceQueue } from './price-queue';

interface IndexerProps extends Omit<TaskTierProps, 'tier' | 'cpu' | 'memoryMib' | 'minTasks' | 'maxTasks'> {
  readonly queue: PriceQueue;
}

/** Takes changed prices from the queue and writes them into the search index. Grows when it falls behind. */
export class Indexer extends TaskTier {
  /** Rings when the queue is behind. */
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, { queue, ...props }: IndexerProps) {
    super(scope, id, { ...props, tier: 'indexer', cpu: 256, memoryMib: 512, minTasks: 2, maxTasks: 8 });
    const { calm, late, tooLate } = queue.steps;
    const target = this.scaling.node.findChild('Target') as ScalableTarget;
    const policy = target.scaleOnMetric('Lag', {
      metric: queue.lag,
      adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
      scalingSteps: [
        { upper: calm, change: -1 },
        { lower: late, change: +2 },
        { lower: tooLate, change: +4 },
      ],
      cooldown: Duration.seconds(120),
    });
    if (policy.upperAlarm === undefined) throw new Error('steps above a threshold make an alarm');
    this.alarm = policy.upperAlarm;
  }
}
