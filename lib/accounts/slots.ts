import type { AccountRecord } from './account-record';
import type { RecordState } from './account-state';

/** Address of an account: the pattern with the slot in it. */
const emailOf = (pattern: string, slot: number): string => pattern.replaceAll('{n}', String(slot));

/** Name of an account in the organization, by which a request whose id was lost is found again. */
export const accountName = (pool: string, slot: number): string => `gameday-${pool}-${slot}`;

/** States in which an account is not yet one of the pool's that can be used. */
const unready: readonly RecordState[] = ['requested', 'creating', 'entry'];
const gone: readonly RecordState[] = ['closing', 'closed'];

/** Whether work on making an account ready was cut off, or has not begun. */
export const isUnready = ({ state }: AccountRecord): boolean => unready.includes(state);

/** Whether an account counts as one of the pool. */
const isInPool = ({ state }: AccountRecord): boolean => !gone.includes(state);

/** What `create` works on: records that it left unready, then new ones until the pool has as many as wanted. */
export interface CreatePlan {
  readonly resumed: readonly AccountRecord[];
  readonly added: readonly AccountRecord[];
}

/**
 * A slot is never used twice: its address belongs to its account for ever, even when that is closed.
 * @param wanted accounts that the pool shall have, unready ones included
 * @param pattern address with `{n}`
 * @param now milliseconds since the epoch
 */
export function planCreation(
  pool: string,
  records: readonly AccountRecord[],
  wanted: number,
  pattern: string,
  now: number,
): CreatePlan {
  const inPool = records.filter(isInPool);
  const first = nextSlot(records);
  return {
    resumed: inPool.filter(isUnready).map((record) => withAddress(record, pattern)),
    added: Array.from({ length: Math.max(0, wanted - inPool.length) }, (_, index) =>
      newRecord(pool, first + index, emailOf(pattern, first + index), now),
    ),
  };
}

export const nextSlot = (records: readonly AccountRecord[]): number =>
  Math.max(0, ...records.map(({ slot }) => slot)) + 1;

/** A record of a wish, not yet saved. */
export const newRecord = (pool: string, slot: number, email: string, now: number): AccountRecord => ({
  schemaVersion: 1,
  pool,
  slot,
  email,
  state: 'requested',
  version: 0,
  history: [{ at: new Date(now).toISOString(), state: 'requested', why: 'wished for' }],
});

/** While AWS has not been asked, the pattern may still be corrected. */
const withAddress = (record: AccountRecord, pattern: string): AccountRecord =>
  record.account === undefined && record.createRequestId === undefined
    ? { ...record, email: emailOf(pattern, record.slot) }
    : record;
