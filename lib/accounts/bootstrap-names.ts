/** CDK's qualifier: what it bootstraps bears it, so that guardrails and reclaiming know it from what a team made itself. */
export const cdkQualifier = 'gameday';

/** Stack that `cdk bootstrap` makes. */
export const bootstrapStackName = `CDKToolkit-${cdkQualifier}`;

/** ARN of the role of CDK's stack that CloudFormation may act as. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const executionRoleArn = (account: string, region: string, partition: string): string =>
  `arn:${partition}:iam::${account}:role/cdk-${cdkQualifier}-cfn-exec-role-${account}-${region}`;
