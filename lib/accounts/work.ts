import type { Io } from '../core/io';
import { GameDayError } from '../core/errors';
import { columns } from '../core/view/columns';
import { inPool } from '../deploy/pool';
import type { AccountRecord } from './account-record';

/** Work on one account. */
export interface AccountWork {
  /** What people know it by. */
  readonly title: string;
  /** @param say takes what is being done, in a few words */
  readonly run: (say: (text: string) => void) => Promise<AccountRecord>;
}

/** What became of it. */
export type AccountResult = { readonly title: string } & (
  | { readonly outcome: 'done'; readonly record: AccountRecord }
  | { readonly outcome: 'failed'; readonly message: string; readonly next: string }
  | { readonly outcome: 'not-begun' }
);

interface WorkOptions {
  /** Accounts at a time. */
  readonly concurrency: number;
  /** Aborted when no other account is to be begun. */
  readonly signal: AbortSignal;
}

/** Works on many accounts, and shows how far each is. One failure never stops the others; never rejects. */
export async function workOnAccounts(
  works: readonly AccountWork[],
  { concurrency, signal }: WorkOptions,
  io: Io,
): Promise<readonly AccountResult[]> {
  const rows = io.rows?.(works.map(({ title }) => title));
  const results = await inPool([...works.entries()], concurrency, async ([index, { title, run }]) => {
    const say = (text: string): void => (rows === undefined ? io.notify(`${title}: ${text}`) : rows.say(index, text));
    const result = signal.aborted ? ({ title, outcome: 'not-begun' } as const) : await attempt(title, () => run(say));
    const text = outcomeText(result);
    if (rows === undefined) io.notify(`${title}: ${text}`);
    else rows.end(index, result.outcome === 'done' ? 'done' : 'failed', text);
    return result;
  });
  await rows?.settled;
  return results;
}

async function attempt(title: string, run: () => Promise<AccountRecord>): Promise<AccountResult> {
  try {
    return { title, outcome: 'done', record: await run() };
  } catch (error) {
    const known = error instanceof GameDayError;
    const message = known
      ? error.message
      : `${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
    const next = known ? error.hint : 'Correct what AWS says, then repeat the command: it goes on where it stopped.';
    return { title, outcome: 'failed', message, next };
  }
}

const outcomeText = (result: AccountResult): string =>
  result.outcome === 'done'
    ? result.record.state
    : result.outcome === 'failed'
      ? `failed: ${result.message}`
      : 'not begun';

/** What became of all: a row each, then each failure and what to do about it. */
export function resultText(results: readonly AccountResult[]): string {
  const rows = results.map((result) =>
    result.outcome === 'done'
      ? [String(result.record.slot), result.record.account ?? '', result.record.state]
      : [result.title, '', result.outcome === 'failed' ? 'failed' : 'not begun'],
  );
  const failures = results.flatMap((result) =>
    result.outcome === 'failed' ? [`\n${result.title}: ${result.message}\n  Next: ${result.next}\n`] : [],
  );
  return columns([['Slot', 'Account', 'State'], ...rows], [0, 1, 2]) + failures.join('');
}
