import { bootstrapStackName, cdkQualifier } from '../accounts/bootstrap-names';
import { StackFailure } from './deployer';
import type { DeployTarget } from './target';

/** Why a deployment failed, in words, and what to do next. */
export interface Explanation {
  readonly message: string;
  readonly next: string;
  /** Whether trying again without changing anything may help. */
  readonly passing: boolean;
}

interface Rule {
  readonly fits: (text: string, status: string) => boolean;
  readonly next: (target: DeployTarget) => string;
  readonly passing?: true;
}

const says = (pattern: RegExp) => (text: string) => pattern.test(text);
const stands = (pattern: RegExp) => (_text: string, status: string) => pattern.test(status);

const again = ({ kind, id }: DeployTarget): string =>
  `npx gameday deploy ${kind === 'organizer' ? '--organizer' : `--team ${id}`}`;
const place = ({ account, region }: DeployTarget): string => `account ${account}, ${region}`;

/** The first that fits holds: what AWS says about a request comes before what became of the stack. */
const rules: readonly Rule[] = [
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html
    fits: says(/throttl|rate exceeded|too ?many ?requests|RequestLimitExceeded|SlowDown/i),
    next: (target) => `Wait a minute, then ${again(target)}, with a lower --concurrency.`,
    passing: true,
  },
  {
    fits: says(/ECONNRESET|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|ENOTFOUND|socket hang up|TimeoutError|ServiceUnavailable/i),
    next: (target) => `Look at this machine's way to AWS, then ${again(target)}.`,
    passing: true,
  },
  {
    fits: says(
      /Expired ?Token|token .*expired|InvalidClientTokenId|CredentialsProviderError|could not load credentials/i,
    ),
    next: () => 'Log in to AWS again (aws sso login), then repeat the command.',
  },
  {
    fits: says(/sts:AssumeRole|could not assume role|not authorized to perform: sts/i),
    next: ({ account }) =>
      `Let your credentials assume the role in account ${account}, or name another one with --role.`,
  },
  {
    fits: says(/AccessDenied|not authorized|UnauthorizedOperation|explicit deny/i),
    next: ({ account }) =>
      `Look at what the role may do in account ${account}, and at the policies of its organization.`,
  },
  {
    fits: says(/bootstrap/i),
    next: ({ account, region }) =>
      `Prepare the account: npx cdk bootstrap aws://${account}/${region} --qualifier ${cdkQualifier} --toolkit-stack-name ${bootstrapStackName}`,
  },
  {
    // A new account has few concurrent executions of functions: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    fits: says(/limit ?exceeded|quota|VcpuLimit|maximum number of|UnreservedConcurrentExecution/i),
    next: (target) => `Raise the quota in Service Quotas (${place(target)}), then ${again(target)}.`,
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-continueupdaterollback.html
    fits: stands(/^UPDATE_ROLLBACK_FAILED$/),
    next: (target) =>
      `In the CloudFormation console (${place(target)}) choose "Continue update rollback" for ${target.stackName}, then ${again(target)}.`,
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html
    fits: stands(/^(ROLLBACK_FAILED|DELETE_FAILED)$/),
    next: (target) =>
      `Delete the stack ${target.stackName} in the CloudFormation console (${place(target)}), keeping what cannot be deleted, then ${again(target)}.`,
  },
  {
    fits: stands(/_IN_PROGRESS$/),
    next: (target) => `Somebody else is changing ${target.stackName}: wait until it is done, then ${again(target)}.`,
  },
  {
    fits: stands(/^ROLLBACK_COMPLETE$/),
    next: (target) => `Correct what is named above, then ${again(target)}: the failed stack is deleted first.`,
  },
  {
    fits: stands(/^UPDATE_ROLLBACK_COMPLETE$/),
    next: (target) => `The stack is as it was before. Correct what is named above, then ${again(target)}.`,
  },
];

/** Says what a failure means. Total: what is not known is told as it came. */
export function explain(target: DeployTarget, error: unknown): Explanation {
  const texts = errorTexts(error);
  const text = texts.join('\n');
  const failure = failureOf(error);
  const rule = rules.find(({ fits }) => fits(text, failure?.status ?? ''));
  // What failed first in the stack says most; without it, what the innermost error says.
  const first = failure?.reasons[0] ?? texts.at(-1) ?? '';
  const status = failure?.status === undefined ? '' : ` (${failure.status})`;
  return {
    message: `${first.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS)}${status}`,
    next:
      rule?.next(target) ??
      `Look at the events of ${target.stackName} in CloudFormation (${place(target)}), then ${again(target)}.`,
    passing: rule?.passing === true,
  };
}

/** A reason is one line of a terminal or two; AWS may say pages. */
const MOST_CHARACTERS = 300;

function failureOf(error: unknown): StackFailure | undefined {
  if (error instanceof StackFailure) return error;
  return error instanceof Error && error.cause !== undefined ? failureOf(error.cause) : undefined;
}

/** What an error and its causes say, outermost first. */
function errorTexts(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own =
    error.name === 'Error' || error.message.includes(error.name) ? error.message : `${error.name}: ${error.message}`;
  const reasons = error instanceof StackFailure ? error.reasons : [];
  return [own, ...reasons, ...(error.cause === undefined ? [] : errorTexts(error.cause))];
}
