import {
  CreateStackCommand,
  DeleteStackCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation';
import { GameDayError } from '../../core/errors';
import { tryFindStack } from '../../deploy/aws/stack-status';
import { untilKnown, type Patience } from '../patience';

interface PlainStack {
  readonly name: string;
  /** CloudFormation's JSON, at most 51,200 bytes. */
  readonly template: string;
}

const ASK_EVERY_MS = 2_000;
const LIMIT_MS = 15 * 60_000;

/**
 * Has a stack without assets stand as its template says: creates it, updates it, or leaves it. What an earlier run left under way is waited
 * for; what failed to be created is made anew. Throws `AccountUnready` when it ends in anything but complete.
 */
export async function ensureStack(client: CloudFormationClient, stack: PlainStack, patience: Patience): Promise<void> {
  const settled = () => settledStatus(client, stack.name, patience);
  let status = await settled();
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
  if (status !== undefined && /^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED)$/.test(status)) {
    await unprotected(client, stack.name);
    await client.send(new DeleteStackCommand({ StackName: stack.name }));
    status = await settled();
  }
  const input = {
    StackName: stack.name,
    TemplateBody: stack.template,
    Capabilities: ['CAPABILITY_NAMED_IAM' as const],
  };
  if (status === undefined || status === 'REVIEW_IN_PROGRESS') {
    await client.send(new CreateStackCommand({ ...input, EnableTerminationProtection: true }));
  } else if (!(await updated(client, input))) return;
  status = await settled();
  if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return;
  throw new GameDayError(
    'AccountUnready',
    `The stack ${stack.name} is ${status ?? 'not there'}.`,
    `Look at its events in CloudFormation, then repeat the command: it goes on where it stopped.`,
  );
}

/** Whether there was anything to update: CloudFormation has no code of its own for nothing. */
async function updated(
  client: CloudFormationClient,
  input: ConstructorParameters<typeof UpdateStackCommand>[0],
): Promise<boolean> {
  try {
    await client.send(new UpdateStackCommand(input));
    return true;
  } catch (error) {
    if (error instanceof Error && /No updates are to be performed/.test(error.message)) return false;
    throw error;
  }
}

const unprotected = (client: CloudFormationClient, name: string) =>
  client.send(new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: false }));

/** Status of the stack once nothing is under way; undefined where there is none. */
async function settledStatus(
  client: CloudFormationClient,
  name: string,
  patience: Patience,
): Promise<string | undefined> {
  const ask = async () => {
    const status = (await tryFindStack(client, name))?.status;
    return status?.endsWith('_IN_PROGRESS') === true && status !== 'REVIEW_IN_PROGRESS' ? undefined : { status };
  };
  const found = await untilKnown(ask, ASK_EVERY_MS, LIMIT_MS, patience);
  return found === undefined ? 'still under way' : found.status;
}
