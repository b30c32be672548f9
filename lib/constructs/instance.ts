import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TierProps } from './tier';

/** Newest Amazon Linux 2023 when the stack is deployed, by a public SSM parameter. All instances are Graviton. */
export const machineImage = (): ec2.IMachineImage =>
  ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 });

/** What an instance may do: be managed by SSM (no SSH), fetch the application, read the signing key. */
export function instanceRole(scope: Construct, { app, signingKey }: TierProps): iam.Role {
  const role = new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
  });
  app.grantRead(role);
  signingKey.grantRead(role);
  return role;
}
