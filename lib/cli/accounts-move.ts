import type { AccountRecord } from '../accounts/account-record';
import { closingWork } from '../accounts/close';
import { moveWork, recordsOfTeams } from '../accounts/move-teams';
import { resultText, workOnAccounts, type AccountWork } from '../accounts/work';
import { GameDayError } from '../core/errors';
import { eventId } from '../core/event/event-id';
import type { GameDayEvent, Team } from '../core/event/event';
import type { Io } from '../core/io';
import { agreed, openPool, requireDone, type ChangeOptions } from './accounts-pool';

/** Opens the accounts of teams, or shuts them. Throws `Aborted`, `AccountUnready`, `AccountNotOurs`, `BadOption`, and what `openPool` throws. */
export async function moveTeams(
  to: 'live' | 'frozen',
  chosen: readonly string[],
  options: ChangeOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const { event, pool, ports } = await openPool(options);
  const records = recordsOfTeams(teamsOf(event, chosen), await ports.records.list(pool));
  const left = records.filter(({ record }) => record.state !== to);
  const verb = to === 'live' ? 'Open' : 'Freeze';
  const lines = left.map(({ team, record }) => `${team.id}: ${team.account}, ${record.state} → ${to}`);
  const works = left.map((each) => moveWork(ports, each, to, eventId(event)));
  const next = to === 'live' ? `npx gameday access codes` : `npx gameday reclaim`;
  await apply(
    lines,
    works,
    `${verb} ${works.length} accounts?`,
    `${next} --event ${options.event}`,
    options,
    io,
    signal,
  );
}

/** Closes accounts. Throws like `moveTeams`. @param force also accounts in quarantine */
export async function closeAccounts(
  accounts: readonly string[],
  force: boolean,
  options: ChangeOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const { pool, ports } = await openPool(options);
  const records = await ports.records.list(pool);
  const chosen = [...new Set(accounts)].map((account) => recordOf(account, pool, records));
  const left = chosen.filter(({ state }) => state !== 'closed');
  const lines = left.map(({ account, state, email }) => `${account} (${email}), ${state} → closed for good`);
  const works = left.map((record) => closingWork(ports, record, force));
  const question = `Close the accounts ${left.map(({ account }) => account).join(', ')}?`;
  await apply(lines, works, question, 'npx gameday accounts list', options, io, signal);
}

async function apply(
  lines: readonly string[],
  works: readonly AccountWork[],
  question: string,
  next: string,
  { concurrency, yes }: ChangeOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  if (works.length === 0) return io.notify(`Everything is so already; nothing is changed. Next: ${next}`);
  await agreed(lines.map((line) => `  ${line}\n`).join(''), question, yes, io);
  const results = await workOnAccounts(works, { concurrency, signal }, io);
  io.result(resultText(results));
  requireDone(results);
  io.notify(`Next: ${next}`);
}

function teamsOf({ teams }: GameDayEvent, chosen: readonly string[]): readonly Team[] {
  const unknown = chosen.find((id) => !teams.some((team) => team.id === id));
  if (unknown === undefined) return teams.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
  throw new GameDayError(
    'BadOption',
    `The event has no team "${unknown}".`,
    `Choose among: ${teams.map(({ id }) => id).join(', ')}.`,
  );
}

function recordOf(account: string, pool: string, records: readonly AccountRecord[]): AccountRecord {
  const record = records.find((each) => each.account === account);
  if (record !== undefined) return record;
  throw new GameDayError(
    'AccountNotOurs',
    `The pool ${pool} has no account ${account}.`,
    'Name accounts of the pool: npx gameday accounts list',
  );
}
