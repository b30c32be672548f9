import { said } from './inventory';
import { pauseMs } from './pause';

/** The stacks of one region of an account. */
export interface Stacks {
  readonly region: string;
  /** Names of those that do not belong to a clean account, those inside others left out. */
  names(): Promise<readonly string[]>;
  /** As CloudFormation calls it; undefined once the stack is gone. */
  status(name: string): Promise<string | undefined>;
  /** Begins the deletion. @param force leaves behind what cannot be deleted; only after one has failed */
  delete(name: string, force: boolean): Promise<void>;
}

interface DeleteOptions {
  readonly wait: (ms: number) => Promise<void>;
  readonly onProgress: (text: string) => void;
}

/** The slowest thing of a team's stack takes minutes to go; more than this says that nobody is deleting it. */
const LONGEST_DELETION_MS = 3_600_000;

/** A deletion that failed may succeed when what was in its way has gone; then only force is left. */
const WAYS = [false, false, true] as const;

/**
 * Deletes every stack, twice gently and then by force. Never rejects: a stack that stays is found by the inventory, and what it leaves
 * behind by the sweep. Returns what could not be done, a line each.
 */
export async function deleteStacks(regions: readonly Stacks[], options: DeleteOptions): Promise<string[]> {
  const troubles = await Promise.all(
    regions.map(async (stacks) => {
      try {
        const each = (await stacks.names()).map((name) => deleteStack(stacks, name, options));
        return (await Promise.all(each)).flat();
      } catch (error) {
        return [`${stacks.region}: ${said(error)}`];
      }
    }),
  );
  return troubles.flat();
}

async function deleteStack(stacks: Stacks, name: string, options: DeleteOptions): Promise<string[]> {
  const troubles: string[] = [];
  for (const force of WAYS) {
    options.onProgress(`deletes stack ${name} (${stacks.region})${force ? ' by force' : ''}`);
    const status = await endOf(stacks, name, force, options).catch((error: unknown) => said(error));
    if (status === undefined) return troubles;
    troubles.push(`stack ${name} (${stacks.region}): ${status}`);
  }
  return troubles;
}

/** Deletes a stack once. Resolves to undefined when it is gone, otherwise to the state in which it stays. */
async function endOf(
  stacks: Stacks,
  name: string,
  force: boolean,
  { wait }: DeleteOptions,
): Promise<string | undefined> {
  let status = await stacks.status(name);
  if (status === undefined) return undefined;
  if (status !== 'DELETE_IN_PROGRESS') await stacks.delete(name, force && status === 'DELETE_FAILED');
  for (let look = 0, waitedMs = 0; waitedMs < LONGEST_DELETION_MS; look++) {
    status = await stacks.status(name);
    if (status === undefined || status === 'DELETE_FAILED') return status;
    await wait(pauseMs(look));
    waitedMs += pauseMs(look);
  }
  return `${status ?? 'gone'} after a long time`;
}
