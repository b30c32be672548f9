import type { Team } from '../../core/event/event';
import { pooledRoleName } from '../../accounts/role-names';
import { green, notApplicable, red, type Check } from '../check';
import type { AccountsView, PoolView } from '../ports';

const outside = (account: string) =>
  notApplicable(`account ${account} is of no pool: no guardrail holds in it, and nobody takes it back`);

/** The team's account is tagged, stands where it may be opened, and its record says the same. */
export const accountCheck = (pool: PoolView, poolId: string, { id, account }: Team): Check => ({
  team: id,
  name: 'account',
  look: async () => {
    const record = (await pool.records()).find((each) => each.account === account);
    if (record === undefined) return outside(account);
    const { pool: tag, state } = await pool.standing(account);
    if (tag !== poolId) {
      return red(`account ${account} has no tag gameday:pool=${poolId}`, `npx gameday accounts adopt ${account}`);
    }
    if (state === undefined) {
      return red(`account ${account} lies outside the units of the pool`, `npx gameday accounts adopt ${account}`);
    }
    if (state !== record.state) {
      return red(`account ${account} is ${state}, its record says ${record.state}`, 'npx gameday accounts doctor');
    }
    if (state === 'live' || state === 'available') return green(state);
    return red(`account ${account} is ${state}`, fixes[state]);
  },
});

const fixes = {
  entry: 'Finish preparing it: npx gameday accounts adopt.',
  frozen: 'Open it (npx gameday accounts open) or take it back (npx gameday reclaim).',
  reclaiming: 'Finish taking it back: npx gameday reclaim.',
  quarantine: 'Take it back until it is clean (npx gameday reclaim), or give the team another account.',
} as const;

/** The organizer may be whom the event needs in the account: participant, fault and reclaim. */
export const rolesCheck = (pool: PoolView, accounts: AccountsView, { id, account }: Team): Check => ({
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
      'Name who you are under accounts: organizers of the event file, then bring the roles up to date: npx gameday accounts adopt.',
    );
  },
});

/** The scorer and the load program may look into the account. @param organizer account of the organizer's plane */
export const observerCheck = (
  accounts: AccountsView,
  organizer: string,
  event: string,
  { id, account }: Team,
): Check => ({
  team: id,
  name: 'observer',
  look: async () => {
    const trust = await accounts.observerTrust(account);
    const deploy = `npx gameday deploy --team ${id}`;
    if (trust === undefined) return red(`account ${account} has no role ${pooledRoleName('observer')}`, deploy);
    const missing = [`${event}-scorer`, `${event}-load`].filter(
      (role) => !trust.includes(`::${organizer}:role/gameday/${role}"`),
    );
    if (missing.length === 0) return green('lets the scorer and the load program look');
    return red(`the observer role does not trust ${missing.join(' and ')} of account ${organizer}`, deploy);
  },
});

/** Guardrails are in force wherever the pool's accounts may stand. */
export const guardrailsCheck = (pool: PoolView): Check => ({
  name: 'guardrails',
  look: async () => {
    if ((await pool.records()).length === 0) return notApplicable('no pool: accounts were made by hand');
    const missing = await pool.missingGuardrails();
    if (missing.length === 0) return green('attached, as this toolkit writes them');
    return red(
      `creating accounts still ${missing.join(', ')}`,
      'Put them in force: npx gameday accounts create NUMBER.',
    );
  },
});
