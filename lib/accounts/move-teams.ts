import { GameDayError } from '../core/errors';
import type { Team } from '../core/event/event';
import type { AccountRecord } from './account-record';
import type { AccountPorts } from './ports';
import { transition } from './transition';
import type { AccountWork } from './work';

/** Records of the teams' accounts. Throws `AccountNotOurs` for the first that is not of the pool. */
export const recordsOfTeams = (
  teams: readonly Team[],
  records: readonly AccountRecord[],
): readonly { readonly team: Team; readonly record: AccountRecord }[] =>
  teams.map((team) => {
    const record = records.find(({ account }) => account === team.account);
    if (record !== undefined) return { team, record };
    throw new GameDayError(
      'AccountNotOurs',
      `The account ${team.account} of team ${team.id} is not of the pool.`,
      'Write accounts of the pool beside the teams: npx gameday accounts list --yaml',
    );
  });

/** Opens a team's account to the team, or shuts it. */
export const moveWork = (
  ports: AccountPorts,
  { team, record }: { readonly team: Team; readonly record: AccountRecord },
  to: 'live' | 'frozen',
  event: string,
): AccountWork => ({
  title: `${team.id} (${team.account})`,
  run: () => transition(ports, record, to, to === 'live' ? `opened to ${team.id}, ${event}` : `shut, ${event}`),
});
