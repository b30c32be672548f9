import type { AccountRecord } from '../accounts/account-record';
import { adoptionWork, planAdoption } from '../accounts/adopt';
import { AwsInterior } from '../accounts/aws/aws-interior';
import { accountQuota } from '../accounts/aws/quota';
import { ownPrincipal } from '../accounts/aws/own-principal';
import { systemPatience } from '../accounts/aws/system-patience';
import { creationWork } from '../accounts/create';
import type { ReadyPorts } from '../accounts/make-ready';
import { setUpPool } from '../accounts/pool-setup';
import { requireRoomFor, vcpuNotes } from '../accounts/quotas';
import { rehearsed } from '../accounts/rehearsed-organization';
import { planCreation } from '../accounts/slots';
import { resultText, workOnAccounts, type AccountWork } from '../accounts/work';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { baselineTemplate } from '../stacks/baseline-stack';
import { agreed, openPool, requireDone, type ChangeOptions } from './accounts-pool';

type Pool = Awaited<ReturnType<typeof openPool>>;

/**
 * Sets the pool up and creates accounts until it has as many as wanted. Throws `Aborted`, `AccountUnready` when one is not ready at the end,
 * `QuotaTooSmall`, `OrganizationUnfit`, `BadEvent` without an address for new accounts, and what `openPool` throws.
 */
export async function createAccounts(
  wanted: number,
  options: ChangeOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const pool = await openPool(options);
  const ports = await readyPorts(pool);
  const records = await ports.records.list(pool.pool);
  const pattern = pool.event.accounts.email;
  const plan = planCreation(pool.pool, records, wanted, pattern ?? '', ports.now());
  if (plan.added.length > 0 && pattern === undefined) throw addressMissing(options.event);
  const { management } = pool;
  const quota = await accountQuota({ region: management.region, credentials: management.credentials });
  requireRoomFor(plan.added.length, (await ports.organization.accounts()).length, quota);
  const lines = [
    ...plan.resumed.map((record) => `goes on with ${nameOf(record)}, ${record.state}`),
    ...plan.added.map((record) => `creates ${nameOf(record)}`),
  ];
  const works = creationWork(ports, plan);
  await apply(
    pool,
    ports,
    { lines, works, question: `Create and prepare ${works.length} accounts?` },
    options,
    io,
    signal,
  );
}

/**
 * Takes accounts of the organization into the pool, or brings those that are in it up to date. Throws like `createAccounts`, and
 * `AccountNotOurs` for an account that cannot be adopted.
 */
export async function adoptAccounts(
  accounts: readonly string[],
  options: ChangeOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const pool = await openPool(options);
  const ports = await readyPorts(pool);
  const named = accounts.length > 0 ? accounts : await everyAccount(pool);
  const adoptions = await planAdoption(ports, pool.pool, named);
  const lines = adoptions.map(({ account, record }) =>
    record.version === 0 ? `takes ${account} into the pool` : `brings ${account} up to date, ${record.state}`,
  );
  const works = adoptions.map((adoption) => adoptionWork(ports, adoption));
  await apply(pool, ports, { lines, works, question: `Prepare ${works.length} accounts?` }, options, io, signal);
}

const everyAccount = async ({ ports, pool }: Pool): Promise<readonly string[]> =>
  (await ports.records.list(pool)).flatMap(({ account, state }) =>
    account === undefined || state === 'closing' || state === 'closed' ? [] : [account],
  );

interface Plan {
  readonly lines: readonly string[];
  readonly works: readonly AccountWork[];
  readonly question: string;
}

async function apply(
  { pool, policies, event, home }: Pool,
  ports: ReadyPorts,
  { lines, works, question }: Plan,
  { concurrency, yes }: ChangeOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const planned = rehearsed(ports.organization);
  await setUpPool(planned, pool, policies, event.accounts.organization);
  const changes = [...planned.changes, ...lines];
  if (changes.length === 0) return io.notify(`The pool ${pool} is as wanted; nothing is changed.`);
  await agreed(`Pool ${pool}:\n${changes.map((change) => `  ${change}\n`).join('')}`, question, yes, io);
  await setUpPool(ports.organization, pool, policies, event.accounts.organization);
  const results = await workOnAccounts(works, { concurrency, signal }, io);
  if (results.length > 0) io.result(resultText(results));
  const ready = results.flatMap((result) => (result.outcome === 'done' ? [result.record.account ?? ''] : []));
  for (const note of await vcpuNotes(ports.interior, ready, home.region)) io.notify(note);
  requireDone(results);
  io.notify('Next: npx gameday accounts list --yaml');
}

async function readyPorts({ ports, event, home, management }: Pool): Promise<ReadyPorts> {
  const named = event.accounts.organizers;
  const steering = {
    organizerAccount: home.account,
    organizers: named.length > 0 ? named : [await ownPrincipal(home)],
    organization: (await ports.organization.describe()).id,
    partition: home.partition,
  };
  return {
    ...ports,
    patience: systemPatience,
    interior: new AwsInterior({
      management,
      organizerAccount: home.account,
      baseline: baselineTemplate(event, steering),
    }),
  };
}

const nameOf = ({ slot, account, email }: AccountRecord): string => `account ${slot} (${account ?? email})`;

const addressMissing = (file: string): GameDayError =>
  new GameDayError(
    'BadEvent',
    `${file} has no address for new accounts.`,
    "Write one that reaches you, with {n} for the account's number: accounts: { email: aws+gameday-{n}@example.com }",
  );
