import { GameDayError } from '../core/errors';
import { inPool } from '../deploy/pool';
import { red, type Check, type Finding } from './check';

/** A check with what came of it. */
export interface Examined {
  readonly team?: string;
  readonly name: string;
  readonly finding: Finding;
}

interface ExamineOptions {
  /** Checks at a time. */
  readonly concurrency: number;
  /** What takes longer is red. */
  readonly limitMs: number;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told after each check how many are done. */
  readonly onDone?: (done: number) => void;
}

/** Makes every check; results stand in their order. One that fails never stops the others; never rejects. */
export function examine(checks: readonly Check[], options: ExamineOptions): Promise<Examined[]> {
  let done = 0;
  return inPool(checks, options.concurrency, async ({ team, name, look }) => {
    const finding = await withinLimit(look, options);
    done += 1;
    options.onDone?.(done);
    return { ...(team !== undefined && { team }), name, finding };
  });
}

async function withinLimit(look: Check['look'], { limitMs, wait }: ExamineOptions): Promise<Finding> {
  const over = new AbortController();
  const late = wait(limitMs, over.signal).then(() =>
    red(`no answer within ${limitMs / 1000} s`, 'Look at this machine’s way to AWS, then run the doctor again.'),
  );
  try {
    return await Promise.race([look().catch(unseen), late]);
  } finally {
    over.abort();
  }
}

/** What could not be looked at is not known to be well. */
function unseen(error: unknown): Finding {
  if (error instanceof GameDayError) return red(error.message, error.hint);
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return red(
    said.replace(/\s+/g, ' ').slice(0, MOST_CHARACTERS),
    'Put right what AWS says, or your credentials, then run the doctor again.',
  );
}

/** A finding is a line or two; AWS may say pages. */
const MOST_CHARACTERS = 300;
