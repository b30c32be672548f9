import { accountLines, accountTable } from '../accounts/account-list';
import { AwsInterior } from '../accounts/aws/aws-interior';
import { examinePool } from '../accounts/examine-pool';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { columns } from '../core/view/columns';
import { openPool, type PoolFlags } from './accounts-pool';

/** Shows the records of the pool. Throws what `openPool` throws. */
export async function listAccounts(
  { json, yaml, account, ...flags }: PoolFlags & { json?: true; yaml?: true; account: readonly string[] },
  io: Io,
): Promise<void> {
  const { ports, pool } = await openPool(flags);
  const all = await ports.records.list(pool);
  const records = account.length === 0 ? all : all.filter((record) => account.includes(record.account ?? ''));
  if (json === true) io.result(`${JSON.stringify(records, null, 2)}\n`);
  else io.result(yaml === true ? accountLines(records) : accountTable(records));
}

/** Accounts looked into at a time. */
const CONCURRENCY = 8;

/** Shows what is wrong with the pool. Throws `AccountsUnsound` when something is, and what `openPool` throws. */
export async function examineAccounts({ json, ...flags }: PoolFlags & { json?: true }, io: Io): Promise<void> {
  const { ports, pool, policies, event, home, management } = await openPool(flags);
  // It only looks, so there is no template to make stand.
  const interior = new AwsInterior({ management, organizerAccount: home.account, baseline: '' });
  const findings = await examinePool(
    { ...ports, interior },
    { pool, policies, organization: event.accounts.organization, concurrency: CONCURRENCY },
  );
  if (json === true) io.result(`${JSON.stringify(findings, null, 2)}\n`);
  else if (findings.length === 0) io.result(`The pool ${pool} is sound.\n`);
  else
    io.result(
      columns([['About', 'What', 'Fix'], ...findings.map(({ about, what, fix }) => [about, what, fix])], [0, 1, 2]),
    );
  if (findings.length === 0) return;
  throw new GameDayError(
    'AccountsUnsound',
    `${findings.length} things of the pool ${pool} are not as they should be.`,
    'Do what stands beside each, then look again.',
  );
}
