import { existsSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event';
import { scaleEvent } from '../core/event-scale';
import type { Io } from '../core/io';
import { loadScenario, scenarioFolder } from '../scenarios/catalogue';
import { synthesise } from '../scenarios/synth';
import { rehearsalClock, type RehearsalClock } from './clock';
import { chooseEngine } from './engine-choice';
import { readEventFile } from './event-on-disk';
import { readFolder, RehearsalFolder } from './folder';
import { RehearsalJournal } from './journal';
import { playLive } from './live-play';
import { servePages } from './page-server';
import { buildPages } from './pages';
import { progressLine, standingsLines } from './progress';
import { Rehearsal } from './rehearsal';
import { readSettings, writeSettings } from './settings';
import { playVirtually } from './virtual-play';

export interface RehearseOptions {
  readonly file: string | undefined;
  /** Event seconds per real second. */
  readonly speed: number | 'max';
  /** Event seconds to compress the event into. */
  readonly duration?: number;
  readonly seed: number;
  readonly engine: 'auto' | 'embedded' | 'k6';
  /** 0 for any free port. */
  readonly port: number;
  readonly out?: string;
  readonly headless: boolean;
  readonly resume?: string;
}

/** How often the scoreboard is renewed between rounds, ms. */
const PUBLISH_MS = 1000;

/**
 * Plays a whole event on this machine and leaves a folder that can be folded. Ends by itself when headless, else serves the pages until
 * `signal` is aborted; an abort before the event's end stops in order and says how to go on.
 */
export async function rehearse(options: RehearseOptions, io: Io, signal: AbortSignal): Promise<void> {
  const records = await openRecords(options);
  const { event } = records.journal;
  const scenario = await loadScenario(event.scenario);
  const { speed } = options;
  const live = speed === 'max' ? undefined : { speed, engine: await chooseEngine(options.engine, speed) };
  let board = JSON.stringify(records.journal.snapshot(0, Date.now(), 1));
  io.progress(`Synthesising ${scenario.title} and building the pages`);
  const [synthesis, pages] = await Promise.all([synthesise(scenario.id), buildPages()]);
  const server = await servePages({ folder: pages, port: options.port, scoreboard: () => board });
  try {
    const rehearsal = new Rehearsal(scenario, synthesis, records.journal, records.seed);
    io.notify(`${event.name}: ${server.url}`);
    io.notify(`Records: ${records.folder}`);
    rehearsal.begin();
    if (records.fromRound > 0) rehearsal.catchUp(records.fromRound);

    let clock: RehearsalClock = rehearsalClock(Date.now(), live?.speed ?? 1);
    const publish = (): void => {
      const asOf = Date.now();
      const seconds = live === undefined ? rehearsal.stage.eventSeconds : Math.max(0, clock.eventSeconds(asOf));
      const snapshot = records.journal.snapshot(seconds, asOf, clock.speed);
      board = JSON.stringify(snapshot);
      records.journal.publish(snapshot);
      io.progress(progressLine(snapshot));
    };
    const publishing = live === undefined ? undefined : setInterval(publish, PUBLISH_MS);
    try {
      const common = { rehearsal, fromRound: records.fromRound, signal };
      if (live === undefined) {
        await playVirtually({
          ...common,
          recorded: (round) => {
            if (round % 30 === 29) publish();
          },
        });
      } else {
        await playLive({
          ...common,
          ...live,
          started: (tied) => (clock = tied),
          recorded: publish,
          note: (text) => io.notify(text),
        });
      }
    } finally {
      clearInterval(publishing);
    }
    if (signal.aborted) {
      io.notify(`Stopped. Go on with: gameday rehearse --resume ${records.folder}`);
      return;
    }
    const game = rehearsal.end();
    const snapshot = records.journal.snapshot(event.durationSeconds, Date.now(), clock.speed);
    board = JSON.stringify(snapshot);
    records.journal.publish(snapshot);
    for (const line of standingsLines(game, event)) io.notify(line);
    io.notify(`Next: gameday standings ${records.folder}   or   gameday replay ${records.folder}`);
    if (!options.headless) {
      io.notify(`The scoreboard stays at ${server.url} until Ctrl-C.`);
      await aborted(signal);
    }
  } finally {
    await server.close();
  }
}

interface Records {
  readonly folder: string;
  readonly journal: RehearsalJournal;
  readonly seed: number;
  /** The first round that is not measured yet. */
  readonly fromRound: number;
}

async function openRecords(options: RehearseOptions): Promise<Records> {
  if (options.resume !== undefined) return resumedRecords(options.resume, options);
  const file = options.file ?? path.join(scenarioFolder('rental-market'), 'event.yaml');
  const read = await readEventFile(file);
  const event = options.duration === undefined ? read : scaleEvent(read, options.duration);
  const folder = options.out ?? freshFolder(event);
  const written = RehearsalFolder.create(folder, event);
  writeSettings(folder, { seed: options.seed });
  const journal = new RehearsalJournal(event, written, { rounds: [], log: [] });
  return { folder, journal, seed: options.seed, fromRound: 0 };
}

async function resumedRecords(folder: string, { file, out, duration }: RehearseOptions): Promise<Records> {
  if (file !== undefined || out !== undefined || duration !== undefined) {
    throw new GameDayError(
      'BadOption',
      '--resume goes on with the event of its folder; an event file, --out and --duration do not go with it',
      `Leave them out: gameday rehearse --resume ${folder}`,
    );
  }
  const content = await readFolder(folder);
  const { seed } = readSettings(folder);
  if (content.log.some(({ type }) => type === 'closed')) {
    throw new GameDayError(
      'BadOption',
      `the rehearsal in ${folder} is over`,
      `Look at it again: gameday replay ${folder}`,
    );
  }
  const journal = new RehearsalJournal(content.event, RehearsalFolder.open(folder), content);
  const measured = journal.measuredRounds();
  let fromRound = 0;
  while (measured.has(fromRound)) fromRound += 1;
  return { folder, journal, seed, fromRound };
}

/** A folder of its own below `rehearsals/`, named after the event and this minute. */
function freshFolder(event: GameDayEvent): string {
  const name =
    event.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'event';
  const day = new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-');
  for (let count = 1; ; count += 1) {
    const folder = path.join('rehearsals', `${name}-${day}${count === 1 ? '' : `-${count}`}`);
    if (!existsSync(folder)) return folder;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
