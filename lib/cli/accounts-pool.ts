import { AwsOrganization } from '../accounts/aws/aws-organization';
import { RecordTable } from '../accounts/aws/record-table';
import type { PoolPolicy } from '../accounts/pool-policy';
import type { AccountPorts } from '../accounts/ports';
import type { AccountResult } from '../accounts/work';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Io } from '../core/io';
import { findHome, type Home } from '../deploy/aws/home';
import { policyText } from '../guardrails/guardrail';
import { guardrails, guardrailSettings } from '../guardrails/guardrails';
import { readEventFile } from '../rehearsal/records/event-on-disk';

export interface PoolFlags {
  /** Event file. */
  readonly event: string;
  readonly profile?: string;
  readonly managementProfile?: string;
  readonly region?: string;
}
export interface ChangeOptions extends PoolFlags {
  /** Accounts at a time. */
  readonly concurrency: number;
  /** Whether the plan is agreed to beforehand. */
  readonly yes: boolean;
}

/** A pool as commands have it. */
interface OpenPool {
  readonly event: GameDayEvent;
  /** Id of the pool. */
  readonly pool: string;
  readonly home: Home;
  readonly management: Home;
  readonly ports: AccountPorts;
  readonly policies: readonly PoolPolicy[];
}

/** Reads the event file and finds out whose credentials are at hand. Throws what `readEventFile` and `findHome` throw. */
export async function openPool({ event: file, profile, managementProfile, region }: PoolFlags): Promise<OpenPool> {
  const event = await readEventFile(file);
  const home = await findHome(profile, region);
  const management = managementProfile === undefined ? home : await findHome(managementProfile, home.region);
  const options = { region: home.region, credentials: home.credentials };
  return {
    event,
    pool: event.accounts.pool,
    home,
    management,
    ports: {
      records: new RecordTable(options),
      organization: new AwsOrganization({ region: management.region, credentials: management.credentials }),
      organizerAccount: home.account,
      now: Date.now,
    },
    policies: guardrails(guardrailSettings(event.accounts, home)).map((guardrail) => ({
      name: guardrail.policyName,
      description: guardrail.description,
      appliesTo: guardrail.appliesTo,
      text: policyText(guardrail),
    })),
  };
}

/** Shows a plan and asks. Throws `Aborted` on a no. */
export async function agreed(plan: string, question: string, yes: boolean, io: Io): Promise<void> {
  io.notify(plan);
  if (yes || (await io.confirm(question))) return;
  throw new GameDayError('Aborted', 'Nothing was changed.', 'Repeat the command and say yes, or give --yes.');
}

/** Throws `AccountUnready` unless everything was done. */
export function requireDone(results: readonly AccountResult[]): void {
  const left = results.filter(({ outcome }) => outcome !== 'done');
  if (left.length === 0) return;
  throw new GameDayError(
    'AccountUnready',
    `${left.length} of ${results.length} accounts are not as wanted: ${left.map(({ title }) => title).join(', ')}.`,
    'Do what is said beside each, then repeat the command: it goes on where it stopped.',
  );
}
