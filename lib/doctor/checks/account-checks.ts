import type { Team } from '../../core/event/event';
import { pooledRoleName } from '../../accounts/role-names';
import { green, notApplicable, red, type Check } from '../check';
import type { Command } from '../command';
import type { AccountsView, PoolView } from '../ports';

const outside = (account: string) =>
  notApplicable(`account ${account} is of no pool: no guardrail holds in it, and nobody takes it back`);

/** The team's account is tagged, stands where it may be opened, and its record says the same. */
export const accountCheck = (pool: PoolView, poolId: string, { id, account }: Team, command: Command): Check => ({
  team: id,
  name: 'account',
  look: async () => {
    const record = (await pool.records()).find((each) => each.account === account);
    if (record === undefined) return outside(account);
    const { pool: tag, state } = await pool.standing(account);
    const adopt = command(`accounts adopt ${account}`);
    if (tag !== poolId) {
      return red(`account ${account} has no tag gameday:pool=${poolId}`, adopt);
    }
    if (state === undefined) {
      return red(`account ${account} lies outside the units of the pool`, adopt);
    }
    if (state !== record.state) {
      return red(`account ${account} is ${state}, its record says ${record.state}`, command('accounts doctor'));
    }
    if (state === 'live' || state === 'available') return green(state);
    return red(`account ${account} is ${state}`, fixOf(state, account, command));
  },
});

function fixOf(state: 'entry' | 'frozen' | 'reclaiming' | 'quarantine', account: string, command: Command): string {
  const reclaim = command(`reclaim --account ${account}`);
  switch (state) {
    case 'entry':
      return `Finish preparing it: ${command(`accounts adopt ${account}`)}`;
    case 'frozen':
      return `Open it (${command('accounts open')}) or take it back (${reclaim}).`;
    case 'reclaiming':
      return `Finish taking it back: ${reclaim}`;
    case 'quarantine':
      return `Take it back until it is clean (${reclaim}), or give the team another account.`;
  }
}

/** The organizer may be whom the event needs in the account: participant, fault and reclaim. */
export const rolesCheck = (pool: PoolView, accounts: AccountsView, { id, account }: Team, command: Command): Check => ({
  team: id,
  name: 'roles',
  look: async () => {
    if (!(await pool.records()).some((each) => each.account === account)) return outside(account);
    const refused = await Promise.all(
      (['participant', 'fault', 'reclaim'] as const).map((role) =>
        accounts.enter(account, role).then(
          () => [],
          (error: unknown) => [`${pooledRoleName(role)} (${error instanceof Error ? error.name : String(error)})`],
        ),
      ),
    );
    if (refused.flat().length === 0) return green('participant, fault and reclaim let the organizer in');
    return red(
      `not assumable: ${refused.flat().join(', ')}`,
      `Name who you are under accounts: organizers of the event file, then bring the roles up to date: ${command(`accounts adopt ${account}`)}`,
    );
  },
});

/** The scorer, the load program and the API may look into the account. @param organizer account of the organizer's plane */
export const observerCheck = (
  accounts: AccountsView,
  organizer: string,
  event: string,
  { id, account }: Team,
  command: Command,
): Check => ({
  team: id,
  name: 'observer',
  look: async () => {
    const trust = await accounts.observerTrust(account);
    const deploy = command(`deploy --team ${id}`);
    if (trust === undefined) return red(`account ${account} has no role ${pooledRoleName('observer')}`, deploy);
    const missing = [`${event}-scorer`, `${event}-load`, `${event}-api`].filter(
      (role) => !trust.includes(`::${organizer}:role/gameday/${role}"`),
    );
    if (missing.length === 0) return green('lets the scorer, the load program and the API look');
    return red(`the observer role does not trust ${missing.join(' and ')} of account ${organizer}`, deploy);
  },
});

/** Guardrails are in force wherever the pool's accounts may stand. */
export const guardrailsCheck = (pool: PoolView, command: Command): Check => ({
  name: 'guardrails',
  look: async () => {
    if ((await pool.records()).length === 0) return notApplicable('no pool: accounts were made by hand');
    const missing = await pool.missingGuardrails();
    if (missing.length === 0) return green('attached, as this toolkit writes them');
    return red(`creating accounts still ${missing.join(', ')}`, `Put them in force: ${command('accounts adopt')}`);
  },
});
