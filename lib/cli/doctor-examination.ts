import { setTimeout as delay } from 'node:timers/promises';
import { wayIn } from '../accounts/way-in';
import { faultExecutors } from '../aws/experiments/fault-accounts';
import { resolveTargets } from '../core/experiments/resolve-targets';
import { cardsOf } from '../scenarios/cards';
import { tasksFor } from '../core/load-tasks';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Io } from '../core/io';
import { synthesiseEvent } from '../deploy/aws/assembly';
import { targetCredentials } from '../deploy/aws/credentials';
import type { Home } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { deployTargets, type DeployTarget } from '../deploy/target';
import { accountsView } from '../doctor/aws/accounts-view';
import { planeView } from '../doctor/aws/plane-view';
import { doctorChecks } from '../doctor/checks';
import { customerJourney } from '../doctor/customer-journey';
import { examine, type Examined } from '../doctor/examine';
import { poolView } from '../doctor/pool-view';
import type { DoctorPorts, PlaneView } from '../doctor/ports';
import { loadJourney } from '../../load/scenario-journey';
import { openPool } from './accounts-pool';

export interface ExaminationOptions {
  readonly profile?: string;
  readonly managementProfile?: string;
  readonly region?: string;
  /** Name of the role to look with in the teams' accounts. @default as `wayIn` says */
  readonly role?: string;
  readonly concurrency: number;
}

/** A check is a few calls; what takes longer hangs. */
const LIMIT_MS = 60_000;

/**
 * Looks at an event on AWS. What is red is a result; throws `SynthFailed`, and `CredentialsMissing` for the management profile.
 * @param file of the event
 */
export async function examineEvent(
  event: GameDayEvent,
  home: Home,
  file: string,
  options: ExaminationOptions,
  io: Io,
): Promise<Examined[]> {
  const { ports: pool, policies } = await openPool({ ...options, event: file });
  const targets = deployTargets(event, { teams: [], organizer: false }, home);
  io.progress('Synthesises every stack');
  const assembly = await synthesiseEvent(file, 'all');
  try {
    // The toolkit takes a second to load.
    const { ToolkitDeployer } = await import('../deploy/aws/toolkit-deployer');
    const roleIn = wayIn(await pool.records.list(event.accounts.pool), options.role);
    const credentials = (target: DeployTarget) => targetCredentials(target, roleIn(target.account), home);
    const deployer = new ToolkitDeployer({ assembly, beginning: assembly, credentials, parameters: {} });
    const journey = await loadJourney(event.scenario);
    const ports: DoctorPorts = {
      pool: poolView(pool.records, pool.organization, event.accounts, policies),
      accounts: accountsView(home, (account) => placeOf(targets, account, credentials)),
      preview: (target) => deployer.preview(target),
      plane: await tryFindPlane(event, home, file, io),
      journey: (team, address) => customerJourney(journey, event, team, address, Date.now() % 2 ** 31),
      experiments: async () => {
        const client = { region: home.region, credentials: home.credentials };
        return resolveTargets(event, await cardsOf(event.scenario), await faultExecutors(event, { client }));
      },
      now: Date.now,
    };
    const facts = { event, file, organizer: home.account, targets, tasks: tasksFor(event.teams.length) };
    const checks = doctorChecks(facts, ports);
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
