import { setTimeout as delay } from 'node:timers/promises';
import { AwsOrganization } from '../accounts/aws/aws-organization';
import { RecordTable } from '../accounts/aws/record-table';
import { systemPatience } from '../accounts/aws/system-patience';
import { tasksFor } from '../constructs/organizer/load-service';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Io } from '../core/io';
import { synthesiseEvent } from '../deploy/aws/assembly';
import { targetCredentials } from '../deploy/aws/credentials';
import { findHome, type Home } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { deployTargets, type DeployTarget } from '../deploy/target';
import { accountsView } from '../doctor/aws/accounts-view';
import { planeView } from '../doctor/aws/plane-view';
import { green, red } from '../doctor/check';
import { doctorChecks } from '../doctor/checks';
import { customerJourney } from '../doctor/customer-journey';
import { examine, type Examined } from '../doctor/examine';
import { poolView } from '../doctor/pool-view';
import type { DoctorPorts, PlaneView } from '../doctor/ports';
import { readiness, reportText } from '../doctor/report';
import { policyText } from '../guardrails/guardrail';
import { guardrails, guardrailSettings } from '../guardrails/guardrails';
import { loadJourney } from '../../load/scenario-journey';
import { readEventFile } from '../rehearsal/records/event-on-disk';

interface DoctorOptions {
  readonly profile?: string;
  readonly managementProfile?: string;
  readonly region?: string;
  /** Name of the role to look with in the teams' accounts. */
  readonly role: string;
  readonly concurrency: number;
  readonly json: boolean;
}

/** A check is a few calls; what takes longer hangs. */
const LIMIT_MS = 60_000;

/** Looks at everything and tells. Throws `NotReady` when something is red, and what is no failure of the event. */
export async function runDoctor(file: string, options: DoctorOptions, io: Io): Promise<void> {
  const before = await prepared(file, options);
  if ('failure' in before) return conclude({ teams: [] }, [before.failure], file, options, io);
  const { event, home } = before;
  const examined = await examineEvent(event, home, file, options, io);
  conclude(event, [...before.passed, ...examined], file, options, io);
}

/** What everything else needs: without it there is nothing to look at. */
async function prepared(
  file: string,
  { profile, region }: DoctorOptions,
): Promise<
  | { readonly failure: Examined }
  | { readonly event: GameDayEvent; readonly home: Home; readonly passed: readonly Examined[] }
> {
  const name = { event: 'event file', home: 'credentials' } as const;
  const failed = (what: string, error: unknown): { readonly failure: Examined } => {
    if (!(error instanceof GameDayError)) throw error;
    return { failure: { name: what, finding: red(error.message, error.hint) } };
  };
  let event: GameDayEvent;
  try {
    event = await readEventFile(file);
  } catch (error) {
    return failed(name.event, error);
  }
  try {
    const home = await findHome(profile, region);
    deployTargets(event, { teams: [], organizer: false }, home);
    return {
      event,
      home,
      passed: [
        { name: name.event, finding: green(`${event.name}: no mistakes, every allowed instance type has a price`) },
        { name: name.home, finding: green(`account ${home.account}, ${home.region}`) },
      ],
    };
  } catch (error) {
    return failed(error instanceof GameDayError && error.code === 'BadEvent' ? name.event : name.home, error);
  }
}

async function examineEvent(
  event: GameDayEvent,
  home: Home,
  file: string,
  options: DoctorOptions,
  io: Io,
): Promise<Examined[]> {
  const management =
    options.managementProfile === undefined ? home : await findHome(options.managementProfile, options.region);
  const targets = deployTargets(event, { teams: [], organizer: false }, home);
  io.progress('Synthesises every stack');
  const assembly = await synthesiseEvent(file, 'all');
  try {
    // The toolkit takes a second to load.
    const { ToolkitDeployer } = await import('../deploy/aws/toolkit-deployer');
    const credentials = (target: DeployTarget) => targetCredentials(target, options.role, home);
    const deployer = new ToolkitDeployer({ assembly, beginning: assembly, credentials, parameters: {} });
    const journey = await loadJourney(event.scenario);
    const organization = new AwsOrganization(
      { region: management.region, credentials: management.credentials },
      systemPatience,
    );
    const records = new RecordTable({ region: home.region, credentials: home.credentials });
    const policies = guardrails(guardrailSettings(event.accounts, home)).map((guardrail) => ({
      ...guardrail,
      name: guardrail.policyName,
      text: policyText(guardrail),
    }));
    const ports: DoctorPorts = {
      pool: poolView(records, organization, event.accounts, policies),
      accounts: accountsView(home, (account) => placeOf(targets, account, credentials)),
      preview: (target) => deployer.preview(target),
      plane: await tryFindPlane(event, home, file, io),
      journey: (team, address) => customerJourney(journey, event, team, address, Date.now() % 2 ** 31),
      now: Date.now,
    };
    const checks = doctorChecks(
      { event, organizer: home.account, targets, tasks: tasksFor(event.teams.length) },
      ports,
    );
    return await examine(checks, {
      concurrency: options.concurrency,
      limitMs: LIMIT_MS,
      wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
      onDone: (done) => io.progress(`${done} of ${checks.length} checks`, done / checks.length),
    });
  } finally {
    assembly.dispose();
  }
}

function placeOf(
  targets: readonly DeployTarget[],
  account: string,
  credentials: (target: DeployTarget) => ReturnType<typeof targetCredentials>,
) {
  const target = targets.find((each) => each.kind === 'team' && each.account === account);
  if (target === undefined) throw new Error(`no team has account ${account}`);
  return { stackName: target.stackName, credentials: credentials(target) };
}

async function tryFindPlane(event: GameDayEvent, home: Home, file: string, io: Io): Promise<PlaneView | undefined> {
  try {
    const outputs = await organizerOutputs(event, home, file);
    return planeView(event, home, outputs, (message) => io.notify(message));
  } catch (error) {
    if (error instanceof GameDayError && error.code === 'NotDeployed') return undefined;
    throw error;
  }
}

function conclude(
  event: Pick<GameDayEvent, 'teams'>,
  examined: readonly Examined[],
  file: string,
  { json }: DoctorOptions,
  io: Io,
): void {
  const { ready, unreadyTeams, unreadyEvent } = readiness(event, examined);
  io.result(
    json
      ? `${JSON.stringify({ ready, unreadyTeams, unreadyEvent, checks: examined }, null, 2)}\n`
      : reportText(event, examined),
  );
  if (ready) return io.notify(`Everything is ready. Next: npx gameday start ${file}`);
  const parts = [
    ...(unreadyEvent.length > 0 ? [`the event (${unreadyEvent.join(', ')})`] : []),
    ...(unreadyTeams.length > 0 ? [`teams ${unreadyTeams.join(', ')}`] : []),
  ];
  throw new GameDayError('NotReady', `Not ready: ${parts.join('; ')}.`, `Then look again: npx gameday doctor ${file}`);
}
