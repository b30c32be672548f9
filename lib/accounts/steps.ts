import type { AccountRecord } from './account-record';

/** Writes a record, as `AccountRecords.save` does. */
type Save = (record: AccountRecord) => Promise<AccountRecord>;

/** One step of work on an account. Run again after it was cut off, it comes to the same end. */
export interface Step {
  /** Of this step alone, in whichever work: the record remembers it. */
  readonly name: string;
  /**
   * Takes the newest record and returns the one to go on with.
   * @param save for what must be remembered before the step is over
   */
  readonly run: (record: AccountRecord, save: Save) => Promise<AccountRecord>;
}

/**
 * Runs the steps that are left, the record saved after each; after a crash the next run goes on behind the last step that was saved.
 * A record whose step is of other work begins with the first. What a step throws is kept in the record's `lastError` and thrown on.
 * Returns the record with no step under way.
 */
export async function runSteps(record: AccountRecord, steps: readonly Step[], save: Save): Promise<AccountRecord> {
  let newest = record;
  const saveNewest: Save = async (next) => (newest = await save(next));
  const finished = steps.findIndex(({ name }) => name === record.step);
  for (const [index, step] of steps.entries()) {
    if (index <= finished) continue;
    try {
      const { step: _step, lastError: _lastError, ...rest } = await step.run(newest, saveNewest);
      await saveNewest(index === steps.length - 1 ? rest : { ...rest, step: step.name });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // What went wrong first is what is told; that it could not be written down as well says nothing more.
      await save({ ...newest, lastError: `${step.name}: ${message}` }).catch(() => undefined);
      throw error;
    }
  }
  return newest;
}
