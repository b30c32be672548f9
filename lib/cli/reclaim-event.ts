import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { setTimeout as delay } from 'node:timers/promises';
import { AwsOrganization } from '../accounts/aws/aws-organization';
import { RecordTable } from '../accounts/aws/record-table';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import type { Io } from '../core/io';
import { findHome, type Home } from '../deploy/aws/home';
import { tryFindStack } from '../deploy/aws/stack-status';
import { organizerStackName } from '../deploy/target';
import { allowedRegions } from '../guardrails/guardrails';
import { enterAccount } from '../reclaim/aws/enter';
import { stopLoad } from '../reclaim/aws/stop-load';
import { chosenAccounts, requireAgreement, type ReclaimChoice } from '../reclaim/choose';
import { planReclaim, planText } from '../reclaim/plan';
import type { ReclaimPorts } from '../reclaim/ports';
import { keepReceipt } from '../reclaim/receipt-files';
import { reclaimAll, type ReclaimResult } from '../reclaim/reclaim-all';
import { reclaimProgress } from '../reclaim/progress';
import { resultText } from '../reclaim/result-text';
import { readEventFile } from '../rehearsal/records/event-on-disk';

interface ReclaimEventOptions {
  readonly choice: ReclaimChoice;
  /** Accounts that were named as agreed to; undefined shows the plan only. */
  readonly agreed?: readonly string[];
  readonly concurrency: number;
  readonly coolDownMs: number;
  readonly patienceMs: number;
  /** Folder. */
  readonly receipts: string;
  readonly profile?: string;
  readonly managementProfile?: string;
  readonly region?: string;
}

/**
 * Shows what taking back would do, and does it where it is agreed to. Throws `ReclaimFailed` when an account is not available at the
 * end, `BadOption` and `AccountNotOurs` for a choice that cannot be, `CredentialsMissing`, and what `readEventFile` throws.
 */
export async function reclaimEvent(
  file: string,
  { choice, agreed, receipts, profile, managementProfile = profile, region, ...options }: ReclaimEventOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const event = await readEventFile(file);
  const home = await findHome(profile, region);
  const management = managementProfile === profile ? home : await findHome(managementProfile, home.region);
  const ports = await portsOf(event, home, management, receipts);
  const chosen = chosenAccounts(
    await ports.accounts.records.list(event.accounts.pool),
    event.teams,
    choice,
    eventId(event),
  );
  if (chosen.length === 0)
    return io.notify('There is no account to take back: every one of the event is available, or not of the pool.');
  const ids = chosen.map(({ account }) => account);
  if (agreed !== undefined) requireAgreement(ids, agreed);
  io.progress('Looks into the accounts');
  const plan = planText(await planReclaim(chosen, ports, options.concurrency), ports.regions);
  if (agreed === undefined) {
    io.result(plan);
    return io.notify(`Nothing was done. Next: the same command with --yes ${ids.join(',')}`);
  }
  io.notify(plan);
  const show = reclaimProgress(chosen, io);
  const results = await reclaimAll(chosen, ports, { ...options, signal, onProgress: show.say, onResult: show.end });
  await show.settled();
  io.result(resultText(results));
  conclude(results, file, io);
}

async function portsOf(event: GameDayEvent, home: Home, management: Home, receipts: string): Promise<ReclaimPorts> {
  const options = { region: home.region, credentials: home.credentials };
  const wait = (ms: number): Promise<void> => delay(ms);
  const regions = allowedRegions(event.accounts, home.region);
  const stack = await tryFindStack(new CloudFormationClient(options), organizerStackName(event));
  const load = { event, table: stack?.outputs['Table'], options, now: Date.now };
  return {
    accounts: {
      records: new RecordTable(options),
      organization: new AwsOrganization(
        { region: management.region, credentials: management.credentials },
        { now: Date.now, wait, random: Math.random },
      ),
      organizerAccount: home.account,
      now: Date.now,
    },
    regions,
    enter: (account) => enterAccount(home, account, regions),
    stopLoad: (account, since) => stopLoad(load, account, since),
    keep: (receipt) => Promise.resolve(keepReceipt(receipts, receipt)),
    wait,
  };
}

function conclude(results: readonly ReclaimResult[], file: string, io: Io): void {
  const left = results.filter(({ outcome }) => outcome !== 'available').map(({ chosen }) => chosen.account);
  if (left.length === 0) return io.notify('Next: npx gameday accounts list');
  throw new GameDayError(
    'ReclaimFailed',
    `${left.length} of ${results.length} accounts are not available again.`,
    `When it is put right: npx gameday reclaim --event ${file} --yes ${left.join(',')} ${left.map((id) => `--account ${id}`).join(' ')}`,
  );
}
