import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** Two zones with a way out and none in. Public subnets, because NAT gateways would cost more than the tasks. */
export class LoadNetwork extends Construct {
  readonly vpc: ec2.Vpc;
  readonly securityGroup: ec2.SecurityGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Load', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }],
    });
    Validations.of(this.vpc).acknowledge({
      id: 'AwsSolutions-VPC7',
      reason:
        'Nothing comes in, and what goes out is counted request by request; flow logs would cost more than the tasks.',
    });
    this.securityGroup = new ec2.SecurityGroup(this, 'Outward', {
      vpc: this.vpc as ec2.IVpc,
      description: 'Load tasks: out to the teams and AWS, nothing in',
      allowAllOutbound: true,
    });
  }
}
