import { GameDayError } from '../core/errors';
import type { Team } from '../core/event/event';
import type { AccountRecord } from './account-record';
import { requireFree } from './hands';
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

/** Opens a team's account to the team, or shuts it. Throws what `transition` and `requireFree` throw. */
export const moveWork = (
  ports: AccountPorts,
  { team, record }: { readonly team: Team; readonly record: AccountRecord },
  to: 'live' | 'frozen',
  event: string,
): AccountWork => ({
  title: `${team.id} (${team.account})`,
  run: async () => {
    if (to === 'frozen') return transition(ports, record, to, `shut, ${event}`);
    const openedTo = { event, team: team.id };
    requireFree(record, openedTo, ports.now());
    // What was begun before the team came in, such as taking it back, has to be begun anew after it.
    const { step: _step, lastError: _lastError, ...free } = record;
    return transition(ports, { ...free, openedTo }, to, `opened to ${team.id}, ${event}`);
  },
});
