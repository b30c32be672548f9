import { RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { join } from 'node:path';
import { Foundation } from '../../lib/constructs/foundation';
import { ServedTaskTier } from '../../lib/constructs/task-tier';
import { tierTag } from '../../lib/constructs/tier';
import type { BuildArchitecture } from '../../lib/scenarios/scenario';
import { Indexer } from './parts/indexer';
import { priceQueueRole, type PriceQueue } from './parts/price-queue';
import { RabbitQueue } from './parts/rabbit-queue';
import { SqsQueue } from './parts/sqs-queue';

/** The shop as it should have been built: whoever changes a price knows that it arrives. Weaknesses spoil it. */
export class PriceSync extends Foundation {
  readonly shop: ServedTaskTier;
  readonly indexer: Indexer;

  /** @param broker what the queue is made of */
  constructor(scope: Construct, id: string, broker: 'rabbitmq' | 'sqs') {
    super(scope, id, {
      scenario: 'price-sync',
      entry: join(__dirname, 'app', 'server.ts'),
      subnetGroups: ['Tasks', 'Broker'],
    });
    const { vpc } = this.tierProps;
    const props = { ...this.tierProps, subnets: vpc.selectSubnets({ subnetGroupName: 'Tasks' }).subnets };
    const queue = broker === 'rabbitmq' ? this.rabbit() : new SqsQueue(this, 'Queue');
    const store = this.book('Store', 'price-store');
    const index = this.book('Index', 'search-index');
    // Costs nothing, and prices reach their tables whatever becomes of the way to the internet.
    new ec2.GatewayVpcEndpoint(this, 'TableEndpoint', { vpc, service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });

    this.shop = new ServedTaskTier(this, 'Shop', {
      ...props,
      tier: 'shop',
      cpu: 512,
      memoryMib: 1024,
      minTasks: 2,
      maxTasks: 8,
      environment: { ...queue.environment, STORE: store.tableName, INDEX: index.tableName, UNSENT: 'keep' },
      secrets: queue.secrets,
    });
    this.indexer = new Indexer(this, 'Indexer', {
      ...props,
      queue,
      environment: {
        ...queue.environment,
        INDEX: index.tableName,
        PREFETCH: '10',
        ATTEMPTS: '3',
        DEAD_LETTERS: 'prices-aside',
      },
      secrets: queue.secrets,
    });
    store.grant(this.shop.taskDefinition.taskRole, 'dynamodb:BatchGetItem', 'dynamodb:PutItem');
    index.grant(this.shop.taskDefinition.taskRole, 'dynamodb:BatchGetItem');
    index.grant(this.indexer.taskDefinition.taskRole, 'dynamodb:PutItem');
    queue.letSend(this.shop);
    queue.letTake(this.indexer);
    this.route('Shop', this.shop);
  }

  private rabbit(): PriceQueue {
    const { vpc } = this.tierProps;
    const { subnets } = vpc.selectSubnets({ subnetGroupName: 'Broker' });
    for (const subnet of subnets) Tags.of(subnet).add(tierTag, priceQueueRole);
    return new RabbitQueue(this, 'Queue', { vpc, subnets });
  }

  private book(id: string, role: string): dynamodb.Table {
    const table = new dynamodb.Table(this, id, {
      partitionKey: { name: 'product', type: dynamodb.AttributeType.NUMBER },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'Prices that change every ten minutes; the table goes away with the stack.',
    });
    Tags.of(table).add(tierTag, role);
    return table;
  }
}

export const build: BuildArchitecture = (scope, { queue }) =>
  new PriceSync(scope, 'PriceSync', queue === 'sqs' ? 'sqs' : 'rabbitmq');
