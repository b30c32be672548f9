import type { AccountRecord } from './account-record';

/** One step of work on an account. Run again after it was cut off, it comes to the same end. */
export interface Step {
  /** Of this step alone, in whichever work: the record remembers it. */
  readonly name: string;
  /** Takes the newest record and returns the one to go on with; one that saves does so as its last act. */
  readonly run: (record: AccountRecord) => Promise<AccountRecord>;
}

/**
 * Runs the steps that are left, the record saved after each; after a crash the next run goes on behind the last step that was saved.
 * A record whose step is of other work begins with the first. What a step throws is kept in the record's `lastError` and thrown on.
 * Returns the record with no step under way.
 */
export async function runSteps(
  record: AccountRecord,
  steps: readonly Step[],
  save: (record: AccountRecord) => Promise<AccountRecord>,
): Promise<AccountRecord> {
  const finished = steps.findIndex(({ name }) => name === record.step);
  let newest = record;
  for (const [index, step] of steps.entries()) {
    if (index <= finished) continue;
    const after = await attempt(newest, step, save);
    const { step: _step, lastError: _lastError, ...rest } = after;
    newest = await save(index === steps.length - 1 ? rest : { ...rest, step: step.name });
  }
  return newest;
}

async function attempt(
  record: AccountRecord,
  step: Step,
  save: (record: AccountRecord) => Promise<AccountRecord>,
): Promise<AccountRecord> {
  try {
    return await step.run(record);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What went wrong first is what is told; that it could not be written down as well says nothing more.
    await save({ ...record, lastError: `${step.name}: ${message}` }).catch(() => undefined);
    throw error;
  }
}
