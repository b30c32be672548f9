import { Aws, Duration, RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import type { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { appPort } from '../../../lib/constructs/boot';
import { readObject } from '../../../lib/constructs/read-object';
import { tierTag, tierTargets, type Tier, type TierProps } from '../../../lib/constructs/tier';

interface BookingsProps extends TierProps {
  readonly table: dynamodb.Table;
}

/** Bookings and receipts, on Fargate tasks over both zones. A first container fetches the application, so no image is built. */
export class Bookings extends Construct implements Tier {
  readonly targets: elbv2.ApplicationTargetGroup;
  readonly service: ecs.FargateService;
  readonly app: ecs.ContainerDefinition;
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly bounds: CfnScalableTarget;
  readonly subnets: readonly ec2.ISubnet[];

  constructor(scope: Construct, id: string, props: BookingsProps) {
    super(scope, id);
    this.subnets = props.subnets;
    this.taskDefinition = new ecs.FargateTaskDefinition(this, 'Task', {
      cpu: 512,
      memoryLimitMiB: 1024,
      volumes: [{ name: 'app' }],
    });
    this.taskDefinition.addToTaskRolePolicy(readObject(props.app));
    props.table.grant(this.taskDefinition.taskRole, 'dynamodb:GetItem', 'dynamodb:PutItem');
    this.app = this.addContainers(props);
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc: props.vpc });
    Validations.of(this.taskDefinition).acknowledge({
      id: 'AwsSolutions-ECS2',
      reason: 'Variables hold names and numbers; the signing key comes from Secrets Manager.',
    });
    Validations.of(cluster).acknowledge({
      id: 'AwsSolutions-ECS4',
      reason: 'Container Insights costs more than the tasks; participants may switch it on.',
    });

    this.service = new ecs.FargateService(this, 'Service', {
      // The cast bridges optional properties, which CDK declares without `undefined`.
      cluster: cluster as ecs.ICluster,
      taskDefinition: this.taskDefinition,
      desiredCount: 2,
      assignPublicIp: true,
      vpcSubnets: { subnets: [...props.subnets] },
      healthCheckGracePeriod: Duration.seconds(120),
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
    this.targets = tierTargets(this, props.vpc, elbv2.TargetType.IP);
    this.targets.addTarget(this.service.loadBalancerTarget({ containerName: 'App', containerPort: appPort }));
    const scaling = this.service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 });
    this.bounds = scaling.node.findChild('Target').node.defaultChild as CfnScalableTarget;
    scaling.scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 50,
      scaleOutCooldown: Duration.seconds(60),
      scaleInCooldown: Duration.seconds(300),
    });
    Tags.of(this).add(tierTag, 'bookings');
  }

  get connections(): ec2.Connections {
    return this.service.connections;
  }

  private addContainers(props: BookingsProps): ecs.ContainerDefinition {
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.THREE_DAYS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const logging = ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'bookings' });
    const mount = { sourceVolume: 'app', containerPath: '/app' };
    const fetch = this.taskDefinition.addContainer('Fetch', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-cli/aws-cli:2.31.0'),
      command: ['s3', 'cp', props.app.s3ObjectUrl, '/app/app.js'],
      essential: false,
      logging,
    });
    fetch.addMountPoints({ ...mount, readOnly: false });
    const app = this.taskDefinition.addContainer('App', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:22-slim'),
      command: ['node', '/app/app.js'],
      portMappings: [{ containerPort: appPort }],
      environment: {
        TIER: 'bookings',
        PORT: `${appPort}`,
        ACCOUNT: Aws.ACCOUNT_ID,
        TABLE: props.table.tableName,
      },
      secrets: { SIGNING_KEY: ecs.Secret.fromSecretsManager(props.signingKey) },
      logging,
    });
    app.addMountPoints({ ...mount, readOnly: true });
    app.addContainerDependencies({ container: fetch, condition: ecs.ContainerDependencyCondition.SUCCESS });
    return app;
  }
}
