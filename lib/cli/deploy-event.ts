import { setTimeout as delay } from 'node:timers/promises';
import { RecordTable } from '../accounts/aws/record-table';
import { wayIn } from '../accounts/way-in';
import { GameDayError } from '../core/errors';
import { eventId } from '../core/event/event-id';
import type { Io } from '../core/io';
import { findHome } from '../deploy/aws/home';
import { synthesiseEvent } from '../deploy/aws/assembly';
import { targetCredentials } from '../deploy/aws/credentials';
import type { DeployResult } from '../deploy/deploy-all';
import { readDeployed, withResults, writeDeployed } from '../deploy/outputs-file';
import { resultText, runDeployment } from '../deploy/run';
import { alarmEmailParameter, deployableTeams, deployTargets, type DeployChoice } from '../deploy/target';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { requireWritable } from '../rehearsal/records/text-file';

interface DeployEventOptions {
  readonly choice: DeployChoice;
  readonly concurrency: number;
  readonly yes: boolean;
  readonly profile?: string;
  readonly region?: string;
  /** Name of the role to assume in the teams' accounts. @default as `wayIn` says */
  readonly role?: string;
  /** File for addresses. @default one named after the event */
  readonly outputs?: string;
  /** Address that the topic of alarms tells. @default the one of the last deployment */
  readonly alarms?: string;
}

/**
 * Deploys an event. Throws `DeployFailed` when a stack was not deployed, `Aborted`, `CredentialsMissing`, `SynthFailed`, and what
 * `readEventFile` and `deployTargets` throw.
 */
export async function deployEvent(
  file: string,
  { choice, profile, region, role, ...options }: DeployEventOptions,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const event = await readEventFile(file);
  const outputs = options.outputs ?? `gameday-${eventId(event)}.json`;
  // Before minutes of work, not after them.
  requireWritable(outputs);
  const before = readDeployed(outputs);
  deployableTeams(event, choice);
  const home = await findHome(profile, region);
  const targets = deployTargets(event, choice, home);
  const records = new RecordTable({ region: home.region, credentials: home.credentials });
  const roleIn = wayIn(await records.list(event.accounts.pool), role);
  io.progress('Synthesises every stack');
  const { alarms } = options;
  const [assembly, beginning] = await Promise.all([synthesiseEvent(file, 'all'), synthesiseEvent(file, 'none')]);
  try {
    // The toolkit takes a second to load, which a mistake in the event file should not have to wait for.
    const { ToolkitDeployer } = await import('../deploy/aws/toolkit-deployer');
    const deployer = new ToolkitDeployer({
      assembly,
      beginning,
      credentials: (target) => targetCredentials(target, roleIn(target.account), home),
      parameters: {
        OrganizerAccount: home.account,
        EventId: eventId(event),
        Organization: event.accounts.organization ?? '',
        ...(alarms !== undefined && { [alarmEmailParameter]: alarms }),
      },
    });
    const wait = (ms: number): Promise<void> => delay(ms, undefined, { signal }).catch(() => undefined);
    const results = await runDeployment(targets, deployer, { ...options, signal, wait }, io);
    writeDeployed(outputs, withResults(before, results));
    io.result(resultText(results));
    conclude(results, file, outputs, io);
  } finally {
    assembly.dispose();
    beginning.dispose();
  }
}

function conclude(results: readonly DeployResult[], file: string, outputs: string, io: Io): void {
  io.notify(`Addresses: ${outputs}`);
  const left = results.filter(({ outcome }) => outcome !== 'deployed').map(({ target }) => target);
  if (left.length === 0) return io.notify(`Next: npx gameday start ${file}`);
  const choice = left.map(({ kind, id }) => (kind === 'organizer' ? '--organizer' : `--team ${id}`));
  throw new GameDayError(
    'DeployFailed',
    `${left.length} of ${results.length} stacks were not deployed; the others are there.`,
    `When it is put right: npx gameday deploy --event ${file} ${choice.join(' ')}`,
  );
}
