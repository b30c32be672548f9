import { Duration, Tags } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { bootScript } from './boot';
import { acknowledgeInstances, instanceRole, machineImage } from './instance';
import { tierTag, tierTargets, type Tier, type TierProps } from './tier';

interface ScalingTierProps extends TierProps {
  /** Id of the tier in the application's model. */
  readonly tier: string;
  /** A Graviton type. */
  readonly instanceType: string;
  readonly minCapacity: number;
  readonly maxCapacity: number;
  /** Of the program, beside what every tier needs. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A tier on an Auto Scaling group over both zones that grows with its CPU and replaces what the load balancer finds sick. */
export class ScalingTier extends Construct implements Tier {
  readonly targets: elbv2.ApplicationTargetGroup;
  readonly launchTemplate: ec2.LaunchTemplate;
  readonly group: autoscaling.AutoScalingGroup;
  readonly scaling: autoscaling.TargetTrackingScalingPolicy;

  constructor(scope: Construct, id: string, props: ScalingTierProps) {
    super(scope, id);
    this.launchTemplate = new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      instanceType: new ec2.InstanceType(props.instanceType),
      machineImage: machineImage(),
      role: instanceRole(this, props),
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: id }),
      associatePublicIpAddress: true,
      userData: bootScript(props.app, props.signingKey, { TIER: props.tier, ...props.environment }),
      // What it scales on is measured every minute, not every five. https://docs.aws.amazon.com/autoscaling/ec2/userguide/policy_creating.html
      detailedMonitoring: true,
    });
    this.targets = tierTargets(this, props.vpc, elbv2.TargetType.INSTANCE);
    this.group = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc: props.vpc,
      vpcSubnets: { subnets: [...props.subnets] },
      launchTemplate: this.launchTemplate,
      minCapacity: props.minCapacity,
      maxCapacity: props.maxCapacity,
      // The grace covers cloud-init installing Node.
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        gracePeriod: Duration.seconds(120),
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
      }),
      defaultInstanceWarmup: Duration.seconds(90),
      // One instance at a time, with time to boot: nothing signals that it is ready.
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({ maxBatchSize: 1, pauseTime: Duration.seconds(120) }),
    });
    acknowledgeInstances(this.group, 'AwsSolutions-AS3');
    this.group.attachToApplicationTargetGroup(this.targets);
    this.scaling = this.group.scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 50,
      estimatedInstanceWarmup: Duration.seconds(90),
    });
    Tags.of(this).add(tierTag, props.tier);
  }

  get connections(): ec2.Connections {
    return this.group.connections;
  }
}
