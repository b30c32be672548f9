import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { readObject } from './read-object';
import type { TierProps } from './tier';

/** Newest Amazon Linux 2023 when the stack is deployed, by a public SSM parameter. All instances are Graviton. */
export const machineImage = (): ec2.IMachineImage =>
  ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 });

/** What is left out of instances on purpose. @param others ids of further rules */
export function acknowledgeInstances(construct: Construct, ...others: string[]): void {
  const disks =
    'Disks hold the operating system and a program that anybody may read; encrypting them is the account’s default to set.';
  const alone =
    'Game day instances live for hours: participants shall be able to stop and replace them, and to find what watches them.';
  Validations.of(construct).acknowledge(
    { id: 'AwsSolutions-EC26', reason: disks },
    ...others.map((id) => ({ id, reason: alone })),
  );
}

/** What an instance may do: be managed by SSM (no SSH), fetch the application, read the signing key. */
export function instanceRole(scope: Construct, { app, signingKey }: TierProps): iam.Role {
  const role = new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
  });
  role.addToPolicy(readObject(app));
  signingKey.grantRead(role);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]',
    reason: 'Participants enter instances by SSM, with the policy that AWS keeps for it.',
  });
  return role;
}
