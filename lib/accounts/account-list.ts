import { columns } from '../core/view/columns';
import type { AccountRecord } from './account-record';

/** Records as a table: slot, account, state, since when, and what is wrong or under way. */
export function accountTable(records: readonly AccountRecord[]): string {
  if (records.length === 0) return 'The pool has no accounts.\n';
  const rows = records.map((record) => [
    String(record.slot),
    record.account ?? '',
    record.state,
    record.history.at(-1)?.at.slice(0, 16).replace('T', ' ') ?? '',
    record.email,
    remark(record),
  ]);
  return columns([['Slot', 'Account', 'State', 'Since (UTC)', 'E-mail', ''], ...rows], [1, 2, 3, 4, 5]);
}

function remark({ step, lastError }: AccountRecord): string {
  if (lastError !== undefined) return `stopped at ${lastError}`;
  return step === undefined ? '' : `under way, after ${step}`;
}

/** Lines for the teams of an event file, of the accounts that a team can be given. */
export const accountLines = (records: readonly AccountRecord[]): string =>
  records
    .filter(({ state, account }) => state === 'available' && account !== undefined)
    .map(({ account }) => `account: "${account}"\n`)
    .join('');
