import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import { formatDuration } from '../core/event/durations';
import type { GameDayEvent } from '../core/event/event';
import { conduct } from '../core/experiments/conductor';
import { orderedEntry } from '../core/experiments/entries';
import type { ExperimentCard } from '../core/experiments/experiment';
import { decideOrder, type ExperimentWish, type RunOrder } from '../core/experiments/orders';
import { runsOf, type RunState } from '../core/experiments/runs';
import type { Io } from '../core/io';
import { dayOf } from '../core/time/day';
import { readFolder } from '../rehearsal/records/folder';
import { appendOrder } from '../rehearsal/records/orders';
import { loadScenario } from '../scenarios/catalogue';
import { awaitEntries } from './await-entries';
import type { HomeOptions } from './deployed-records';
import { toldNotes } from './told-notes';

interface RunOptions extends ExperimentWish {
  /** Folder of a running rehearsal, or the event file of a deployed event. */
  readonly where: string;
  readonly yes: boolean;
  readonly home: HomeOptions;
}

/**
 * Orders an experiment and tells what became of it. Throws `BadOption` for an unknown experiment or team, where no rehearsal plays and
 * while a deployed event does not run, `Aborted`, `ExperimentRefused` when it could not be begun at a team, and what `readFolder`
 * and `deployedRecords` throw.
 */
export async function runExperiment({ where, home, yes, ...wish }: RunOptions, io: Io): Promise<void> {
  if (statSync(where, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { event } = await readFolder(where);
    const { orders } = await ordersFor(event, wish);
    for (const order of orders) appendOrder(where, orderedEntry(order));
    const entries = await awaitEntries(where, (known) => {
      const runs = runsOf(known);
      return orders.every(({ run }) => (runs.get(run)?.state ?? 'ordered') !== 'ordered');
    });
    return tell(orders, runsOf(entries), where, io);
  }
  const { deployedRecords } = await import('./deployed-records');
  const { event, records, client } = await deployedRecords(where, home, io);
  const { card, cards, orders } = await ordersFor(event, wish);
  const { phase } = dayOf(event, await records.log(), Date.now());
  if (phase !== 'running') {
    throw new GameDayError(
      'BadOption',
      `Nothing was begun: the event is ${phase}.`,
      'Experiments begin while the event runs: npx gameday start, or resume.',
    );
  }
  await confirmed(event, card, orders, yes, io);
  const { conductorPorts } = await import('../aws/experiments/conductor-ports');
  const ports = await conductorPorts(event, records, client, toldNotes(io));
  const at = new Date().toISOString();
  for (const order of orders) await records.append({ ...orderedEntry(order), at });
  await conduct(ports, event, cards);
  tell(orders, runsOf(dayOf(event, await records.log(), Date.now()).entries), where, io);
}

async function ordersFor(
  event: GameDayEvent,
  wish: ExperimentWish,
): Promise<{
  readonly card: ExperimentCard;
  readonly cards: readonly ExperimentCard[];
  readonly orders: readonly RunOrder[];
}> {
  const { experiments: cards } = await loadScenario(event.scenario);
  const decision = decideOrder(event, cards, wish, randomUUID().slice(0, 8));
  if (!decision.ok) throw new GameDayError('BadOption', decision.reason, decision.hint);
  return { card: decision.card, cards, orders: decision.orders };
}

async function confirmed(
  event: GameDayEvent,
  { title, kickOff }: ExperimentCard,
  orders: readonly RunOrder[],
  yes: boolean,
  io: Io,
): Promise<void> {
  const accountOf = (team: string): string => event.teams.find(({ id }) => id === team)?.account ?? '';
  const [first] = orders;
  io.notify(`${title}: ${kickOff.target}, for ${formatDuration(first?.forSeconds ?? 0)}, at`);
  for (const { team } of orders) io.notify(`  ${team} (account ${accountOf(team)})`);
  if (yes || (await io.confirm('Break it?'))) return;
  throw new GameDayError('Aborted', 'Nothing was begun.', 'Say yes, or give --yes.');
}

function tell(orders: readonly RunOrder[], runs: ReadonlyMap<string, RunState>, where: string, io: Io): void {
  const refused = orders.filter(({ run }) => runs.get(run)?.state === 'refused');
  for (const { run, team, forSeconds } of orders) {
    const state = runs.get(run);
    io.result(`${run}  ${team}  ${becameOf(state, forSeconds)}\n`);
  }
  if (refused.length > 0) {
    throw new GameDayError(
      'ExperimentRefused',
      `It could not be begun at ${refused.map(({ team }) => team).join(', ')}, which is nobody's merit.`,
      'Every team should get the same: stop it at the others, or break something else at all of them.',
    );
  }
  io.notify(`Take it back: npx gameday experiment stop RUN ${where}   or   npx gameday experiment stop-all ${where}`);
}

function becameOf(run: RunState | undefined, forSeconds: number): string {
  switch (run?.state) {
    case undefined:
    case 'ordered':
      return 'not begun yet';
    case 'running':
      return `runs for ${formatDuration(forSeconds)}`;
    case 'ended':
      return run.outcome;
    case 'refused':
      return `refused: ${run.reason}`;
  }
}
