import { Aws, Duration, RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import type { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { appPort } from './boot';
import { readObject } from './read-object';
import { tierTag, tierTargets, type Tier, type TierProps } from './tier';

export interface TaskTierProps extends TierProps {
  /** Id of the tier in the application's model. */
  readonly tier: string;
  /** CPU units, 1024 for a vCPU, and MiB. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
  readonly cpu: number;
  readonly memoryMib: number;
  readonly minTasks: number;
  readonly maxTasks: number;
  /** Of the program, beside what every tier needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that hold secrets, beside the signing key. @default none */
  readonly secrets?: Readonly<Record<string, ecs.Secret>>;
}

/** A tier on Fargate tasks over both zones. A first container fetches the application, so no image is built. */
export class TaskTier extends Construct {
  readonly service: ecs.FargateService;
  readonly app: ecs.ContainerDefinition;
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly bounds: CfnScalableTarget;
  readonly subnets: readonly ec2.ISubnet[];
  protected readonly scaling: ecs.ScalableTaskCount;
  private readonly variables: Readonly<Record<string, string>>;

  /** @param service what only tiers behind a load balancer say of their service */
  constructor(
    scope: Construct,
    id: string,
    props: TaskTierProps,
    service: Pick<ecs.FargateServiceProps, 'healthCheckGracePeriod'> = {},
  ) {
    super(scope, id);
    this.subnets = props.subnets;
    this.variables = { TIER: props.tier, PORT: `${appPort}`, ACCOUNT: Aws.ACCOUNT_ID, ...props.environment };
    this.taskDefinition = new ecs.FargateTaskDefinition(this, 'Task', {
      cpu: props.cpu,
      memoryLimitMiB: props.memoryMib,
      volumes: [{ name: 'app' }],
    });
    this.taskDefinition.addToTaskRolePolicy(readObject(props.app));
    this.app = this.addContainers(props);
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc: props.vpc });
    Validations.of(this.taskDefinition).acknowledge({
      id: 'AwsSolutions-ECS2',
      reason: 'Variables hold names and numbers; secrets come from Secrets Manager.',
    });
    Validations.of(cluster).acknowledge({
      id: 'AwsSolutions-ECS4',
      reason: 'Container Insights costs more than the tasks; participants may switch it on.',
    });

    this.service = new ecs.FargateService(this, 'Service', {
      // The cast bridges optional properties, which CDK declares without `undefined`.
      cluster: cluster as ecs.ICluster,
      taskDefinition: this.taskDefinition,
      desiredCount: props.minTasks,
      assignPublicIp: true,
      vpcSubnets: { subnets: [...props.subnets] },
      ...service,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
    this.scaling = this.service.autoScaleTaskCount({ minCapacity: props.minTasks, maxCapacity: props.maxTasks });
    this.bounds = this.scaling.node.findChild('Target').node.defaultChild as CfnScalableTarget;
    Tags.of(this).add(tierTag, props.tier);
  }

  get connections(): ec2.Connections {
    return this.service.connections;
  }

  /** Gives a variable of the program another value. @throws Error when the program has no such variable */
  override(name: string, value: string): void {
    const place = Object.keys(this.variables).indexOf(name);
    if (place < 0) throw new Error(`${this.node.path} has no variable ${name}`);
    const task = this.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
    // CDK renders containers and variables in the order in which they were added: Fetch, App.
    task.addPropertyOverride(`ContainerDefinitions.1.Environment.${place}.Value`, value);
  }

  private addContainers(props: TaskTierProps): ecs.ContainerDefinition {
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.THREE_DAYS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const logging = ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: props.tier });
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
      environment: this.variables,
      secrets: { SIGNING_KEY: ecs.Secret.fromSecretsManager(props.signingKey), ...props.secrets },
      logging,
    });
    app.addMountPoints({ ...mount, readOnly: true });
    app.addContainerDependencies({ container: fetch, condition: ecs.ContainerDependencyCondition.SUCCESS });
    return app;
  }
}

/** Such a tier behind the load balancer, which grows with its CPU and replaces what the load balancer finds sick. */
export class ServedTaskTier extends TaskTier implements Tier {
  readonly targets: elbv2.ApplicationTargetGroup;

  constructor(scope: Construct, id: string, props: TaskTierProps) {
    super(scope, id, props, { healthCheckGracePeriod: Duration.seconds(120) });
    this.targets = tierTargets(this, props.vpc, elbv2.TargetType.IP);
    this.targets.addTarget(this.service.loadBalancerTarget({ containerName: 'App', containerPort: appPort }));
    this.scaling.scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 50,
      scaleOutCooldown: Duration.seconds(60),
      scaleInCooldown: Duration.seconds(300),
    });
  }
}
