import { Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { InstanceTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import { Construct } from 'constructs';
import { bootScript } from '../boot';
import { instanceRole, machineImage } from './instance';
import { tierTag, tierTargets, type TierProps } from './tier';

/** Prices and quotes, on two instances that somebody looks after by hand, one in each zone. */
export class Catalogue extends Construct {
  readonly targets: elbv2.ApplicationTargetGroup;
  readonly first: ec2.Instance;
  readonly second: ec2.Instance;
  readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: TierProps) {
    super(scope, id);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: 'Catalogue' });
    this.connections = securityGroup.connections;
    const role = instanceRole(this, props);
    const instance = (name: string, zone: number) =>
      new ec2.Instance(this, name, {
        vpc: props.vpc,
        vpcSubnets: { subnets: props.vpc.publicSubnets.slice(zone, zone + 1) },
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
    this.targets = tierTargets(this, props.vpc, elbv2.TargetType.INSTANCE);
    this.targets.addTarget(new InstanceTarget(this.first), new InstanceTarget(this.second));
    Tags.of(this).add(tierTag, 'catalogue');
  }
}
