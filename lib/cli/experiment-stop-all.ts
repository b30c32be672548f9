import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import { runsOf } from '../core/experiments/runs';
import { stopAll } from '../core/experiments/stop-all';
import type { Io } from '../core/io';
import type { DatedEntry } from '../core/records/effective-log';
import { readFolder } from '../rehearsal/records/folder';
import { leaveOrder } from '../rehearsal/records/orders';
import { hasWriter } from '../rehearsal/records/writer-lock';
import { loadScenario } from '../scenarios/catalogue';
import { awaitEntries } from './await-entries';
import type { HomeOptions } from './deployed-records';
import { toldNotes } from './told-notes';

/**
 * Ends every run at every team. Throws `ExperimentRuns` when something could not be ended, and what `readFolder` and `deployedRecords`
 * throw.
 */
export async function stopAllExperiments(where: string, home: HomeOptions, io: Io): Promise<void> {
  const id = `stop-all-${randomUUID()}`;
  if (statSync(where, { throwIfNoEntry: false })?.isDirectory() === true) return stopInArena(where, id, io);
  const { deployedRecords } = await import('./deployed-records');
  const { event, records, client } = await deployedRecords(where, home, io);
  const { experiments } = await loadScenario(event.scenario);
  const { conductorPorts } = await import('../aws/experiments/conductor-ports');
  const ports = await conductorPorts(event, records, client, toldNotes(io));
  const { swept, failures } = await stopAll(ports, event, experiments, id);
  for (const run of swept) io.result(`${run}  was found and taken back\n`);
  if (failures.length > 0) throw stillRuns(where, failures.map(String).join('\n'));
  io.notify('Nothing runs at any team any more; what is planned for later stays.');
}

async function stopInArena(folder: string, id: string, io: Io): Promise<void> {
  await readFolder(folder);
  leaveOrder(folder, { id, by: 'organizer', type: 'stop-ordered' });
  const entries = await awaitEntries(folder, (known) => openBefore(known, id)?.length === 0);
  const left = openBefore(entries, id);
  if (left === undefined && !hasWriter(folder)) {
    // The arena ended with its process; whoever goes on with it takes the order up.
    return io.notify('No rehearsal plays there, so nothing runs; when it goes on, it ends what had not ended.');
  }
  if (left?.length !== 0) throw stillRuns(folder, left?.join(', ') ?? 'the rehearsal has not taken the order yet');
  const since = entries.find(({ entry }) => entry.id === id)?.at ?? Infinity;
  for (const { at, entry } of entries) {
    const isOver = entry.type === 'experiment-ended' || entry.type === 'experiment-refused';
    if (isOver && at >= since) io.result(`${entry.run}  ${entry.reason}\n`);
  }
  io.notify('Nothing runs at any team any more; what is planned for later stays.');
}

/** Runs that were ordered or begun before the order of this id and are not over; undefined while the log does not hold the order. */
function openBefore(entries: readonly DatedEntry[], id: string): readonly string[] | undefined {
  const order = entries.find(({ entry }) => entry.id === id);
  if (order === undefined) return undefined;
  const before = runsOf(entries.filter(({ at }) => at <= order.at));
  const now = runsOf(entries);
  return [...before.keys()].filter((run) => {
    const state = now.get(run)?.state;
    return state === 'ordered' || state === 'running';
  });
}

const stillRuns = (where: string, what: string): GameDayError =>
  new GameDayError(
    'ExperimentRuns',
    `Not everything could be ended: ${what}`,
    `Run it again: npx gameday experiment stop-all ${where}`,
  );
