/**
 * Whether a deployment makes a stack from nothing: there is none, only a change set that nobody carried out, or a first creation that
 * failed, which CDK deletes before it begins. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
 *
 * @param status CloudFormation's; undefined where there is no stack
 */
export const isMadeAnew = (status: string | undefined): boolean =>
  status === undefined || ['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'].includes(status);
