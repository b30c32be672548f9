/** CDK's qualifier: what it bootstraps bears it, so that guardrails and reclaiming know it from what a team made itself. */
export const cdkQualifier = 'gameday';

/** Stack that `cdk bootstrap` makes. */
export const bootstrapStackName = `CDKToolkit-${cdkQualifier}`;
