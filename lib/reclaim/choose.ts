import type { AccountRecord } from '../accounts/account-record';
import type { RecordState } from '../accounts/account-state';
import { inHandsOf } from '../accounts/hands';
import { GameDayError } from '../core/errors';
import type { Team } from '../core/event/event';

/** What an organizer asked to be taken back; nothing chosen is every team's account that was not yet. */
export interface ReclaimChoice {
  /** Ids of teams. */
  readonly teams: readonly string[];
  /** Twelve digits each. */
  readonly accounts: readonly string[];
}

/** An account to take back. */
export interface ChosenAccount {
  readonly account: string;
  readonly record: AccountRecord;
  /** Id of the team that has it in this event; absent where none has. */
  readonly team?: string;
}

/** States in which there is something to take back. */
const inUse: readonly RecordState[] = ['live', 'frozen', 'reclaiming', 'quarantine'];
const reclaimable: readonly RecordState[] = [...inUse, 'available'];

/**
 * Which accounts are taken back, in the order of their slots. One that is available was proved clean, so it is taken back only where it
 * is named as an account, or where the proof was cut off before its end.
 * Throws `BadOption` for a team that the event does not have, and `AccountNotOurs` for an account that the pool does not have, that
 * nobody has used yet, or that another event's team has: such a one is taken back only where it is named as an account.
 * @param event id of the event
 */
export function chosenAccounts(
  records: readonly AccountRecord[],
  teams: readonly Team[],
  choice: ReclaimChoice,
  event: string,
): ChosenAccount[] {
  const everyTeam = choice.teams.length === 0 && choice.accounts.length === 0;
  const asked = everyTeam ? teams : choice.teams.map((id) => findTeam(teams, id));
  const ofTeams = asked.flatMap(({ id, account }) => {
    const record = records.find((each) => each.account === account);
    if (record === undefined && !everyTeam) throw notOurs(account, `the account of team ${id} is not of the pool`);
    if (record === undefined || !needsReclaiming(record)) return [];
    const hands = inHandsOf(record);
    if (hands !== undefined && hands.event !== event && !choice.accounts.includes(account)) {
      throw notOurs(account, `team ${hands.team} of the event ${hands.event} has it`);
    }
    return [record];
  });
  const named = choice.accounts.map((account) => {
    const record = records.find((each) => each.account === account);
    if (record === undefined) throw notOurs(account, 'the pool has no such account');
    if (!reclaimable.includes(record.state)) throw notOurs(account, `it is ${record.state}`);
    return record;
  });
  const bySlot = new Map([...ofTeams, ...named].map((record) => [record.slot, record]));
  return [...bySlot.values()]
    .sort((a, b) => a.slot - b.slot)
    .map((record) => {
      const team = teams.find((each) => each.account === record.account)?.id;
      return { account: record.account ?? '', record, ...(team !== undefined && { team }) };
    });
}

const needsReclaiming = ({ state, step }: AccountRecord): boolean =>
  inUse.includes(state) || (state === 'available' && step?.startsWith('reclaim: ') === true);

function findTeam(teams: readonly Team[], id: string): Team {
  const team = teams.find((each) => each.id === id);
  if (team !== undefined) return team;
  throw new GameDayError(
    'BadOption',
    `The event has no team "${id}".`,
    `Choose among: ${teams.map((each) => each.id).join(', ')}.`,
  );
}

const notOurs = (account: string, why: string): GameDayError =>
  new GameDayError(
    'AccountNotOurs',
    `account ${account} is not taken back: ${why}`,
    'Give the event file that it is used with, or name it with --account; where accounts stand: npx gameday accounts list',
  );

/**
 * Agreement to take back exactly these accounts. Throws `BadOption` when other accounts are named than are planned: whoever agrees has
 * read the plan that holds now.
 */
export function requireAgreement(planned: readonly string[], named: readonly string[]): void {
  const differing = [
    ...planned.filter((account) => !named.includes(account)).map((account) => `${account} is planned and not named`),
    ...named.filter((account) => !planned.includes(account)).map((account) => `${account} is named and not planned`),
  ];
  if (differing.length === 0) return;
  throw new GameDayError(
    'BadOption',
    `Nothing was done: --yes has to name every account of the plan and no other; ${differing.join(', ')}.`,
    'Read the plan, then repeat the command with the accounts that it names.',
  );
}
