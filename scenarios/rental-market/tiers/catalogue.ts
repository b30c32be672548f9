import { Duration, Tags } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Ec2Action, Ec2InstanceAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { InstanceTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import { Construct } from 'constructs';
import { bootScript } from '../../../lib/constructs/boot';
import { acknowledgeInstances, instanceRole, machineImage } from '../../../lib/constructs/instance';
import { tierTag, tierTargets, type Tier, type TierProps } from '../../../lib/constructs/tier';

/** Prices and quotes, on two instances that somebody looks after by hand, one in each zone, and that an alarm reboots when they freeze. */
export class Catalogue extends Construct implements Tier {
  readonly targets: elbv2.ApplicationTargetGroup;
  readonly first: ec2.Instance;
  readonly second: ec2.Instance;
  /** One for each instance. */
  readonly alarms: readonly cloudwatch.Alarm[];
  readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: TierProps) {
    super(scope, id);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: 'Catalogue' });
    this.connections = securityGroup.connections;
    const role = instanceRole(this, props);
    const instance = (name: string, zone: number) =>
      new ec2.Instance(this, name, {
        vpc: props.vpc,
        vpcSubnets: { subnets: props.subnets.slice(zone, zone + 1) },
        instanceType: new ec2.InstanceType('t4g.small'),
        // Extra credits cost a few cents on a busy day; without them a busy day ends at a fifth of the speed.
        creditSpecification: ec2.CpuCredits.UNLIMITED,
        machineImage: machineImage(),
        role,
        securityGroup,
        associatePublicIpAddress: true,
        userData: bootScript(props.app, props.signingKey, { TIER: 'catalogue' }),
      });
    this.first = instance('First', 0);
    this.second = instance('Second', 1);
    for (const each of [this.first, this.second]) acknowledgeInstances(each, 'AwsSolutions-EC28', 'AwsSolutions-EC29');
    this.alarms = [this.first, this.second].map(rebootWhenFrozen);
    this.targets = tierTargets(this, props.vpc, elbv2.TargetType.INSTANCE);
    this.targets.addTarget(new InstanceTarget(this.first), new InstanceTarget(this.second));
    Tags.of(this).add(tierTag, 'catalogue');
  }
}

/** Three failed minutes in a row, as AWS recommends for reboots: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html */
function rebootWhenFrozen(instance: ec2.Instance): cloudwatch.Alarm {
  const alarm = new cloudwatch.Alarm(instance, 'Frozen', {
    alarmDescription: 'Reboots the instance when its status check fails',
    metric: new cloudwatch.Metric({
      namespace: 'AWS/EC2',
      metricName: 'StatusCheckFailed_Instance',
      dimensionsMap: { InstanceId: instance.instanceId },
      statistic: cloudwatch.Stats.MAXIMUM,
      period: Duration.minutes(1),
    }),
    evaluationPeriods: 3,
    threshold: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  });
  alarm.addAlarmAction(new Ec2Action(Ec2InstanceAction.REBOOT));
  return alarm;
}
