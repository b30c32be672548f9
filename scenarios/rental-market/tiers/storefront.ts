import { Duration, Tags } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { bootScript } from '../boot';
import { instanceRole, machineImage } from './instance';
import { tierTag, tierTargets, type TierProps } from './tier';

interface StorefrontProps extends TierProps {
  /** Where the catalogue answers: the load balancer. */
  readonly catalogueUrl: string;
}

/** The pages, on an Auto Scaling group over both zones that replaces what the load balancer finds sick. */
export class Storefront extends Construct {
  readonly targets: elbv2.ApplicationTargetGroup;
  readonly group: autoscaling.AutoScalingGroup;

  constructor(scope: Construct, id: string, props: StorefrontProps) {
    super(scope, id);
    const launchTemplate = new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      // One vCPU with steady speed: pages are drawn by one thread, and credits would run out on the busiest hour.
      instanceType: new ec2.InstanceType('c7g.medium'),
      machineImage: machineImage(),
      role: instanceRole(this, props),
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: 'Storefront' }),
      associatePublicIpAddress: true,
      userData: bootScript(props.app, props.signingKey, { TIER: 'storefront', CATALOGUE_URL: props.catalogueUrl }),
    });
    this.targets = tierTargets(this, props.vpc, elbv2.TargetType.INSTANCE);
    this.group = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc: props.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      launchTemplate,
      minCapacity: 2,
      maxCapacity: 8,
      // The grace covers cloud-init installing Node.
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        gracePeriod: Duration.seconds(120),
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
      }),
      defaultInstanceWarmup: Duration.seconds(90),
      // One instance at a time, with time to boot: nothing signals that it is ready.
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({ maxBatchSize: 1, pauseTime: Duration.seconds(120) }),
    });
    this.group.attachToApplicationTargetGroup(this.targets);
    this.group.scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 50,
      estimatedInstanceWarmup: Duration.seconds(90),
    });
    Tags.of(this).add(tierTag, 'storefront');
  }

  get connections(): ec2.Connections {
    return this.group.connections;
  }
}
