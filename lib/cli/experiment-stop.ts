import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import { conduct } from '../core/experiments/conductor';
import type { ExperimentCard } from '../core/experiments/experiment';
import { knownRuns } from '../core/experiments/orders';
import { runsOf, type RunState } from '../core/experiments/runs';
import type { Io } from '../core/io';
import type { LogEntry } from '../core/records/records';
import { dayOf } from '../core/time/day';
import { readFolder } from '../rehearsal/records/folder';
import { appendOrder } from '../rehearsal/records/orders';
import { loadScenario } from '../scenarios/catalogue';
import { awaitEntries } from './await-entries';
import type { HomeOptions } from './deployed-records';
import { toldNotes } from './told-notes';

/**
 * Takes one run back, or calls it off. Throws `BadOption` for an unknown run and where no rehearsal plays, `ExperimentRuns` when it could not
 * be ended, and what `readFolder` and `deployedRecords` throw.
 */
export async function stopExperiment(run: string, where: string, home: HomeOptions, io: Io): Promise<void> {
  const order = { id: `stop-${run}-${randomUUID()}`, by: 'organizer', type: 'stop-ordered', run } as const;
  if (statSync(where, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { event, log } = await readFolder(where);
    const { experiments } = await loadScenario(event.scenario);
    requireRun(run, event, experiments, log, Infinity);
    appendOrder(where, order);
    const entries = await awaitEntries(where, (known) => isOver(runsOf(known).get(run)));
    return tell(run, runsOf(entries).get(run), where, io);
  }
  const { deployedRecords } = await import('./deployed-records');
  const { event, records, client } = await deployedRecords(where, home, io);
  const { experiments } = await loadScenario(event.scenario);
  requireRun(run, event, experiments, await records.log(), Date.now());
  const { conductorPorts } = await import('../aws/experiments/conductor-ports');
  const ports = await conductorPorts(event, records, client, toldNotes(io));
  await records.append({ ...order, at: new Date().toISOString() });
  await conduct(ports, event, experiments);
  tell(run, runsOf(dayOf(event, await records.log(), Date.now()).entries).get(run), where, io);
}

function requireRun(
  run: string,
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  log: readonly LogEntry[],
  now: number,
): void {
  const known = knownRuns(event, cards, dayOf(event, log, now));
  if (known.has(run)) return;
  throw new GameDayError(
    'BadOption',
    `No run is called "${run}"`,
    known.size === 0 ? 'None is planned or ordered.' : `Give one of: ${[...known].join(', ')}.`,
  );
}

const isOver = (run: RunState | undefined): boolean => run?.state === 'ended' || run?.state === 'refused';

function tell(name: string, run: RunState | undefined, where: string, io: Io): void {
  if (run?.state === 'ended') return io.result(`${name}  ${run.team}  ${run.outcome}\n`);
  if (run?.state === 'refused') return io.result(`${name}  ${run.team}  refused: ${run.reason}\n`);
  throw new GameDayError(
    'ExperimentRuns',
    `${name} is not ended yet.`,
    `Try again, or end everything: npx gameday experiment stop-all ${where}`,
  );
}
