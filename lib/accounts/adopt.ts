import { GameDayError } from '../core/errors';
import type { AccountRecord } from './account-record';
import { accountStates, poolTag } from './account-state';
import { readySteps, type ReadyPorts } from './make-ready';
import { newRecord, nextSlot } from './slots';
import { runSteps } from './steps';
import { poolUnits, requireMember } from './transition';
import type { AccountWork } from './work';

/** An account of the organization that is to become one of the pool. */
export interface Adoption {
  /** Twelve digits. */
  readonly account: string;
  /** With its slot; of version 0 where it has none yet. */
  readonly record: AccountRecord;
}

/**
 * Looks at accounts that are to be adopted, and gives each a slot. Throws `AccountNotOurs` for one that is not of the organization, not
 * active, of another pool, or never touched.
 */
export async function planAdoption(
  ports: ReadyPorts,
  pool: string,
  accounts: readonly string[],
): Promise<readonly Adoption[]> {
  const members = await ports.organization.accounts();
  const records = [...(await ports.records.list(pool))];
  const adoptions: Adoption[] = [];
  for (const account of new Set(accounts)) {
    await requireMember(ports.organization, ports.organizerAccount, pool, account);
    const member = members.find(({ id }) => id === account);
    if (member?.status !== 'ACTIVE') {
      throw refused(account, member === undefined ? 'it is not of the organization' : `it is ${member.status}`);
    }
    const tagged = (await ports.organization.tags(account))[poolTag];
    if (tagged !== undefined && tagged !== pool) throw refused(account, `it is of the pool ${tagged}`);
    const known = records.find((record) => record.account === account);
    const record = known ?? { ...newRecord(pool, nextSlot(records), member.email, ports.now()), account };
    if (known === undefined) records.push(record);
    adoptions.push({ account, record });
  }
  return adoptions;
}

/** Tags, records and moves the account, then makes it ready as `create` does. The tag comes first: without it nothing is touched later. */
export const adoptionWork = (ports: ReadyPorts, { account, record }: Adoption): AccountWork => ({
  title: `${record.slot} (${account})`,
  run: async (say) => {
    await ports.organization.tag(account, { [poolTag]: record.pool });
    const saved = record.version === 0 ? await ports.records.save(record) : record;
    await intoPool(ports, account, record.pool);
    return runSteps(saved, readySteps(ports, say), (each) => ports.records.save(each));
  },
});

async function intoPool({ organization }: ReadyPorts, account: string, pool: string): Promise<void> {
  const units = await poolUnits(organization, pool);
  const parent = await organization.parentOf(account);
  if (units === undefined || parent === undefined) throw refused(account, 'the pool has no units, or it left');
  if (accountStates.some((state) => units[state] === parent)) return;
  await organization.move(account, parent, units.entry);
}

const refused = (account: string, why: string): GameDayError =>
  new GameDayError(
    'AccountNotOurs',
    `account ${account} cannot be adopted: ${why}`,
    'Name active accounts of the organization.',
  );
