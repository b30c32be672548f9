import { GameDayError } from '../core/errors';
import { inState, type AccountRecord } from './account-record';
import { accountStates, mayFollow, poolTag, poolUnitName, stateUnitName, type AccountState } from './account-state';
import type { AccountPorts, Organization } from './ports';

/** An account of the pool, and where it is. */
interface OurAccount {
  readonly account: string;
  readonly state: AccountState;
  /** Id of the unit of its state. */
  readonly unit: string;
  readonly units: Readonly<Record<AccountState, string>>;
}

/**
 * Moves an account to the unit of its next state; its record follows. Where it is now is asked of AWS, never believed of the record,
 * so a transition that was cut off is finished by asking for it again. Returns the saved record.
 * Throws what `requireOurs` throws, `StateRefused` when that state may not follow, and `RecordConflict`.
 */
export async function transition(
  ports: AccountPorts,
  record: AccountRecord,
  to: AccountState,
  why: string,
): Promise<AccountRecord> {
  await moveTo(ports, record, to);
  const after = inState(record, to, why, ports.now());
  return after === record ? record : ports.records.save(after);
}

/** The move alone, for a step whose record is saved with more than the state. Throws like `transition`. */
export async function moveTo(ports: AccountPorts, record: AccountRecord, to: AccountState): Promise<void> {
  const { account, state, unit, units } = await requireOurs(ports, record.pool, record.account);
  if (!mayFollow(state, to)) {
    throw new GameDayError(
      'StateRefused',
      `account ${account} is ${state}, which ${to} may not follow`,
      `See where it stands: npx gameday accounts list --account ${account}`,
    );
  }
  if (state !== to) await ports.organization.move(account, unit, units[to]);
}

/**
 * Whether an account may be touched, asked of AWS before anything is done to it: it is neither the organization's management
 * account nor the organizer's own, carries the pool's tag, and lies in a unit of the pool. Throws `AccountNotOurs` otherwise.
 * @param account undefined, for a record that has none yet, is refused as well
 */
export async function requireOurs(
  { organization, organizerAccount }: AccountPorts,
  pool: string,
  account: string | undefined,
): Promise<OurAccount> {
  if (account === undefined) throw notOurs('a slot without an account', pool, 'AWS has not made its account yet');
  await requireMember(organization, organizerAccount, pool, account);
  const tags = await organization.tags(account);
  if (tags[poolTag] !== pool) throw notOurs(account, pool, `it has no tag ${poolTag}=${pool}`);
  const units = await poolUnits(organization, pool);
  const unit = await organization.parentOf(account);
  const state = accountStates.find((each) => units?.[each] === unit);
  if (units === undefined || unit === undefined || state === undefined)
    throw notOurs(account, pool, 'it lies outside the units of the pool');
  return { account, state, unit, units };
}

/** Throws `AccountNotOurs` for the two accounts that are never touched, and for what is no account id. */
export async function requireMember(
  organization: Organization,
  organizerAccount: string,
  pool: string,
  account: string,
): Promise<void> {
  if (!/^\d{12}$/.test(account)) throw notOurs(account, pool, 'an account id has twelve digits');
  if (account === organizerAccount) throw notOurs(account, pool, 'it is the organizer’s own');
  const { managementAccount } = await organization.describe();
  if (account === managementAccount) throw notOurs(account, pool, 'it manages the organization');
}

/** Ids of the units of the pool's states; undefined unless all of them are there. */
export async function poolUnits(
  organization: Organization,
  pool: string,
): Promise<Readonly<Record<AccountState, string>> | undefined> {
  const { root } = await organization.describe();
  const own = (await organization.units(root)).find(({ name }) => name === poolUnitName(pool));
  if (own === undefined) return undefined;
  const below = new Map((await organization.units(own.id)).map(({ id, name }) => [name, id]));
  const found = accountStates.flatMap((state) => {
    const id = below.get(stateUnitName(state));
    return id === undefined ? [] : [[state, id] as const];
  });
  return found.length === accountStates.length
    ? (Object.fromEntries(found) as Readonly<Record<AccountState, string>>)
    : undefined;
}

const notOurs = (account: string, pool: string, why: string): GameDayError =>
  new GameDayError(
    'AccountNotOurs',
    `account ${account} is not touched: ${why} (pool ${pool})`,
    'Name an account of the pool: npx gameday accounts list',
  );
