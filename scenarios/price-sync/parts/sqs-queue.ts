import { Duration, RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { tierTag } from '../../../lib/constructs/tier';
import type { TaskTier } from '../../../lib/constructs/task-tier';
import { priceQueueRole, type PriceQueue } from './price-queue';

/** A queue of SQS, and one for what the indexer puts aside. */
export class SqsQueue extends Construct implements PriceQueue {
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets = {};
  readonly lag: cloudwatch.Metric;
  /** Seconds. */
  readonly steps = { calm: 5, late: 20, tooLate: 100 };
  private readonly prices: sqs.Queue;
  private readonly aside: sqs.Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const common = { enforceSSL: true, removalPolicy: RemovalPolicy.DESTROY };
    this.aside = new sqs.Queue(this, 'Aside', { ...common, retentionPeriod: Duration.days(14) });
    this.prices = new sqs.Queue(this, 'Prices', { ...common, visibilityTimeout: Duration.seconds(30) });
    Validations.of(this.prices).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'The indexer itself puts aside what it cannot do, so that it does the same on any broker.',
    });
    Validations.of(this.aside).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'This is where dead letters go.' });
    Tags.of(this.prices).add(tierTag, priceQueueRole);
    this.environment = { BROKER: this.prices.queueUrl, BROKER_ASIDE: this.aside.queueUrl };
    this.lag = this.prices.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) });
  }

  letSend(tier: TaskTier): void {
    this.prices.grant(tier.taskDefinition.taskRole, 'sqs:SendMessage');
  }

  letTake(tier: TaskTier): void {
    this.prices.grant(
      tier.taskDefinition.taskRole,
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
    );
    this.aside.grant(tier.taskDefinition.taskRole, 'sqs:SendMessage');
  }
}
