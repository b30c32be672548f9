import { Duration, Fn, RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import * as amazonmq from 'aws-cdk-lib/aws-amazonmq';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { tierTag } from '../../../lib/constructs/tier';
import type { TaskTier } from '../../../lib/constructs/task-tier';
import { priceQueueRole, type PriceQueue } from './price-queue';

interface RabbitQueueProps {
  readonly vpc: ec2.IVpc;
  /** Its own, so that it can be cut off alone. */
  readonly subnets: readonly ec2.ISubnet[];
}

const brokerName = 'prices';
const user = 'shop';
/** https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-basic-elements-broker.html */
const amqps = 5671;

/** A cluster of three RabbitMQ nodes of Amazon MQ. The program makes the queues on it when it connects. */
export class RabbitQueue extends Construct implements PriceQueue {
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, ecs.Secret>>;
  readonly lag: cloudwatch.Metric;
  /** Messages; two come every second, so that 40 are twenty seconds. */
  readonly steps = { calm: 10, late: 40, tooLate: 200 };
  private readonly doors: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, { vpc, subnets }: RabbitQueueProps) {
    super(scope, id);
    this.doors = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'The broker',
      allowAllOutbound: false,
    });
    const secret = new Secret(this, 'User', {
      description: 'The user that the programs are at the broker',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: user }),
        generateStringKey: 'password',
        passwordLength: 32,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Lives for a day; a broker of Amazon MQ takes a new password only with a reboot.',
    });
    const broker = new amazonmq.CfnBroker(this, 'Broker', {
      brokerName,
      engineType: 'RABBITMQ',
      engineVersion: '3.13',
      autoMinorVersionUpgrade: true,
      deploymentMode: 'CLUSTER_MULTI_AZ',
      // The smallest that clusters run on: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html
      hostInstanceType: 'mq.m5.large',
      publiclyAccessible: false,
      subnetIds: subnets.map(({ subnetId }) => subnetId),
      securityGroups: [this.doors.securityGroupId],
      // A dynamic reference, which CloudFormation resolves: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
      users: [{ username: user, password: secret.secretValueFromJson('password').unsafeUnwrap() }],
      logs: { general: true },
    });
    Tags.of(this).add(tierTag, priceQueueRole);
    this.environment = { BROKER: Fn.select(0, broker.attrAmqpEndpoints), BROKER_USER: user };
    this.secrets = { BROKER_PASSWORD: ecs.Secret.fromSecretsManager(secret as ISecret, 'password') };
    this.lag = new cloudwatch.Metric({
      namespace: 'AWS/AmazonMQ',
      metricName: 'MessageCount',
      dimensionsMap: { Broker: brokerName, VirtualHost: '/', Queue: 'prices' },
      statistic: cloudwatch.Stats.AVERAGE,
      period: Duration.minutes(1),
    });
  }

  letSend(tier: TaskTier): void {
    this.doors.connections.allowFrom(tier, ec2.Port.tcp(amqps), 'AMQP');
  }

  letTake(tier: TaskTier): void {
    this.letSend(tier);
  }
}
