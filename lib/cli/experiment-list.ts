import { statSync } from 'node:fs';
import type { GameDayEvent } from '../core/event/event';
import { runsOf } from '../core/experiments/runs';
import type { Io } from '../core/io';
import type { LogEntry } from '../core/records/records';
import { dayOf } from '../core/time/day';
import { knownSpan } from '../core/time/known-span';
import { catalogueTable, runsTable } from '../core/view/experiment-tables';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { readFolder } from '../rehearsal/records/folder';
import { loadScenario, scenarioNames } from '../scenarios/catalogue';
import type { HomeOptions } from './deployed-records';

interface ListOptions {
  readonly json: boolean;
  /** Of an event file: the runs of the event that was deployed from it. */
  readonly deployed: boolean;
  readonly home: HomeOptions;
}

/**
 * Lists the experiments of a scenario, named itself or by an event file, or the runs that a folder or a table tells of. Throws what
 * reading each of these throws.
 */
export async function listExperiments(what: string, { json, deployed, home }: ListOptions, io: Io): Promise<void> {
  if (statSync(what, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { event, log } = await readFolder(what);
    return showRuns(event, log, json, io);
  }
  if (deployed) {
    const { deployedRecords } = await import('./deployed-records');
    const { event, records } = await deployedRecords(what, home, io);
    return showRuns(event, await records.log(), json, io);
  }
  const id = scenarioNames().includes(what) ? what : (await readEventFile(what)).scenario;
  const { experiments } = await loadScenario(id);
  io.result(json ? `${JSON.stringify(experiments)}\n` : catalogueTable(experiments));
  io.notify('Next: write one below `experiments:` of an event file, then npx gameday experiment plan FILE');
}

function showRuns(event: GameDayEvent, log: readonly LogEntry[], json: boolean, io: Io): void {
  const { entries, timeline } = dayOf(event, log, knownSpan(event, [], log)?.to ?? event.startsAt);
  const runs = [...runsOf(entries).values()];
  io.result(json ? `${JSON.stringify(runs)}\n` : runsTable(runs, timeline));
  if (runs.length === 0) io.notify('Nothing has run yet.');
}
