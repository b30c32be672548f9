import { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { appPort } from './boot';

/** What every tier is built from. */
export interface TierProps {
  readonly vpc: ec2.IVpc;
  /** Where its servers live: one public subnet in each of two zones. */
  readonly subnets: readonly ec2.ISubnet[];
  readonly app: Asset;
  readonly signingKey: ISecret;
}

/** A group of servers that run one program behind the load balancer. */
export interface Tier extends ec2.IConnectable {
  readonly targets: elbv2.ApplicationTargetGroup;
}

/** Marks what runs which program; experiments choose their targets by it. */
export const tierTag = 'gameday:tier';

/**
 * A target group of one tier. The check asks for the tier's own work (`/health`), twice in 20 s before a target is taken out;
 * connections get 15 s to drain, five times what customers wait.
 */
export function tierTargets(scope: Construct, vpc: ec2.IVpc, targetType: elbv2.TargetType) {
  return new elbv2.ApplicationTargetGroup(scope, 'Targets', {
    vpc,
    targetType,
    port: appPort,
    protocol: elbv2.ApplicationProtocol.HTTP,
    deregistrationDelay: Duration.seconds(15),
    healthCheck: {
      path: '/health',
      interval: Duration.seconds(10),
      timeout: Duration.seconds(4),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 2,
      healthyHttpCodes: '200',
    },
  });
}
