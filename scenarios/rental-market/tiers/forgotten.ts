import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { machineImage } from '../../../lib/constructs/instance';
import type { TierProps } from '../../../lib/constructs/tier';

/** What is left of a reporting project that was called off: a machine that waits for work, and a NAT gateway that nothing is routed to. */
export class Forgotten extends Construct {
  constructor(scope: Construct, id: string, { vpc, subnets }: Pick<TierProps, 'vpc' | 'subnets'>) {
    super(scope, id);
    new ec2.Instance(this, 'Reporting', {
      vpc,
      vpcSubnets: { subnets: subnets.slice(0, 1) },
      instanceType: new ec2.InstanceType('m6g.2xlarge'),
      machineImage: machineImage(),
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc, description: 'Reporting' }),
    });
    Validations.of(this).acknowledge(
      ...['EC26', 'EC28', 'EC29'].map((rule) => ({
        id: `AwsSolutions-${rule}`,
        reason: 'Planted: nobody looks after what was forgotten.',
      })),
    );
    const address = new ec2.CfnEIP(this, 'Address', { domain: 'vpc' });
    new ec2.CfnNatGateway(this, 'Gateway', {
      subnetId: subnets[0]?.subnetId ?? '',
      allocationId: address.attrAllocationId,
    });
  }
}
