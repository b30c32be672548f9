import { accountStates, poolTag, type AccountState } from './account-state';
import type { AccountRecord } from './account-record';
import type { AccountInterior } from './interior';
import type { PoolPolicy } from './pool-policy';
import { setUpPool } from './pool-setup';
import type { AccountPorts, MemberAccount, Organization } from './ports';
import { rehearsed } from './rehearsed-organization';
import { isUnready } from './slots';
import { poolUnits } from './transition';
import { inPool } from '../deploy/pool';

/** Something that is not as it should be. */
export interface Finding {
  /** Account, or what else it is about. */
  readonly about: string;
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
}

interface Examination {
  readonly pool: string;
  readonly policies: readonly PoolPolicy[];
  /** Id of the organization that the event file names; undefined: any. */
  readonly organization: string | undefined;
  /** Accounts looked into at a time. */
  readonly concurrency: number;
}

type Ports = AccountPorts & { readonly interior: AccountInterior };

const CREATE = 'npx gameday accounts create NUMBER';

/**
 * Compares records, organization and accounts of a pool, and changes nothing. Throws `OrganizationUnfit` where there is no organization to
 * compare with.
 */
export async function examinePool(ports: Ports, examination: Examination): Promise<readonly Finding[]> {
  const { pool } = examination;
  const { organization } = ports;
  const [setUp, records, members] = [
    await setUpFindings(organization, examination),
    await ports.records.list(pool),
    await organization.accounts(),
  ];
  const where = await whereabouts(organization, pool);
  const known = records.filter(({ state }) => state !== 'closed');
  const each = await inPool(known, examination.concurrency, (record) => recordFindings(ports, record, members, where));
  const recorded = new Set(known.map(({ account }) => account));
  const untracked = members.filter(({ id }) => where.has(id) && !recorded.has(id));
  return [...setUp, ...each.flat(), ...untracked.map(untrackedFinding)];
}

async function setUpFindings(
  organization: Organization,
  { pool, policies, organization: named }: Examination,
): Promise<readonly Finding[]> {
  const planned = rehearsed(organization);
  await setUpPool(planned, pool, policies, named);
  return planned.changes.map((change) => ({ about: 'organization', what: `create still ${change}`, fix: CREATE }));
}

/** The state of every account in a unit of the pool, by id. */
async function whereabouts(organization: Organization, pool: string): Promise<ReadonlyMap<string, AccountState>> {
  const units = await poolUnits(organization, pool);
  const where = new Map<string, AccountState>();
  if (units === undefined) return where;
  for (const state of accountStates) {
    for (const { id } of await organization.accountsIn(units[state])) where.set(id, state);
  }
  return where;
}

async function recordFindings(
  ports: Ports,
  record: AccountRecord,
  members: readonly MemberAccount[],
  where: ReadonlyMap<string, AccountState>,
): Promise<readonly Finding[]> {
  const { account, pool, state } = record;
  const found = (what: string, fix: string): Finding => ({ about: account ?? record.email, what, fix });
  const member = members.find(({ id }) => id === account);
  if (account === undefined) return [found(`is ${state}${stopped(record)}`, CREATE)];
  if (member === undefined) return [found('is not of the organization', 'Take it back by an invitation, or leave it.')];
  if (state === 'closing' || member.status !== 'ACTIVE') return closing(record, member, found);
  const findings: Finding[] = [];
  if ((await ports.organization.tags(account))[poolTag] !== pool) {
    findings.push(found(`has no tag ${poolTag}=${pool}`, `npx gameday accounts adopt ${account}`));
  }
  const unit = where.get(account);
  if (unit === undefined) findings.push(found('lies outside the pool', `npx gameday accounts adopt ${account}`));
  else if (isUnready(record)) findings.push(found(`is not ready${stopped(record)}`, CREATE));
  else if (unit !== state) {
    findings.push(found(`is in the unit of ${unit}, recorded as ${state}`, `npx gameday reclaim --account ${account}`));
  } else if (record.step !== undefined || record.lastError !== undefined) {
    findings.push(found(`has work under way${stopped(record)}`, `npx gameday reclaim --account ${account}`));
  }
  if (state === 'quarantine') {
    findings.push(found('could not be proved clean', `npx gameday reclaim --account ${account}`));
  }
  if (unit !== undefined && !isUnready(record)) findings.push(...(await insideFindings(ports, account, found)));
  return findings;
}

const stopped = ({ step, lastError }: AccountRecord): string =>
  lastError !== undefined ? `, stopped at ${lastError}` : step !== undefined ? `, after ${step}` : '';

function closing(
  { account = '', state }: AccountRecord,
  { status }: MemberAccount,
  found: (what: string, fix: string) => Finding,
): readonly Finding[] {
  return [found(`is ${status} in the organization, ${state} by its record`, `npx gameday accounts close ${account}`)];
}

async function insideFindings(
  { interior }: Ports,
  account: string,
  found: (what: string, fix: string) => Finding,
): Promise<readonly Finding[]> {
  const fix = `npx gameday accounts adopt ${account}`;
  if (!(await interior.isOpen(account))) {
    return [found('does not let the management account in by OrganizationAccountAccessRole', 'Make the role again.')];
  }
  return (await interior.missing(account)).map((what) => found(`lacks ${what}`, fix));
}

const untrackedFinding = ({ id }: MemberAccount): Finding => ({
  about: id,
  what: 'lies in a unit of the pool without a record',
  fix: `npx gameday accounts adopt ${id}`,
});
