import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { eventTable } from '../../aws/event-table';
import type { Grantee } from './grantee';

/** Rounds and log of the event: the only records that nothing else can bring back, so they outlive the stack. */
export class EventTable extends Construct {
  private readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: { name: eventTable.partitionKey, type: dynamodb.AttributeType.STRING },
      sortKey: { name: eventTable.sortKey, type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: eventTable.expires,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get name(): string {
    return this.table.tableName;
  }

  /** Reads the log and rounds. */
  grantRead(grantee: Grantee): void {
    this.grant(grantee, ['dynamodb:Query', 'dynamodb:GetItem']);
  }

  /** Reads all, and records rounds. Nothing is ever deleted. */
  grantRecord(grantee: Grantee): void {
    this.grant(grantee, ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem']);
  }

  /** Reads all, records facts and gives out codes; counts tries, which go by themselves. */
  grantServe(grantee: Grantee): void {
    this.grant(grantee, ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  private grant(grantee: Grantee, actions: string[]): void {
    grantee.role.addToPolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
    grantee.setEnvironment('TABLE_NAME', this.table.tableName);
  }
}
