import type { Chat } from '../chat/chat';
import { openChat } from '../chat/open-chat';
import { TerminalChat } from '../chat/terminal';
import { setTimeout as delay } from 'node:timers/promises';
import { GameDayError } from '../core/errors';
import type { Informed } from '../core/informed/informed';
import type { Io } from '../core/io';
import type { LogEntry } from '../core/records/records';
import { standingsTable } from '../core/view/standings-table';
import { loadScenario } from '../scenarios/catalogue';
import { synthesise } from '../scenarios/synth';
import { newKeys, writeKeys } from './api/keys';
import { Pace } from './api/pace';
import { rehearsalApi } from './api/rehearsal-api';
import { RehearsedDesk } from './informed/rehearsed-desk';
import { RehearsalClock } from './clock';
import { Board } from './records/board';
import type { RehearsalJournal } from './records/journal';
import { EngineProcess, type EngineName } from './load/engine';
import { chooseEngine } from './load/engine-choice';
import { aborted, unlessAborted } from './interruptible';
import { playLive } from './live-play';
import { servePages } from './pages/page-server';
import { buildPages } from './pages/pages';
import { showProgress } from './progress';
import { OrderReader } from './records/order-reader';
import { takeOrders } from './records/take-orders';
import { newRecords, resumedRecords, type PlannedRecords, type Records } from './records/records';
import { Rehearsal } from './rehearsal';
import { unlockFolder } from './records/writer-lock';
import { playVirtually } from './virtual-play';

export interface RehearseOptions {
  readonly file: string | undefined;
  /** Event seconds per real second. */
  readonly speed: number | 'max';
  /** Event seconds to compress the event into. */
  readonly duration?: number;
  /** Of a new rehearsal; one that goes on has its own. @default 1 */
  readonly seed?: number;
  readonly engine: 'auto' | EngineName;
  /** 0 for any free port. */
  readonly port: number;
  readonly out?: string;
  readonly headless: boolean;
  /** Somebody else starts, closes and reveals it. */
  readonly wait: boolean;
  readonly resume?: string;
  /** Of an event of the informed style: posts to the chat of the event file, and hears its votes. @default shows here what would be posted */
  readonly chat?: true;
}

/** How often the scoreboard is renewed between rounds, ms. */
const PUBLISH_MS = 1000;
/** How often orders from outside are looked for, ms. */
const ORDERS_MS = 200;
/** How often the chat is brought up to date, ms. */
const CHAT_MS = 500;
/** At full speed, rounds between two renewals. */
const PUBLISH_ROUNDS = 30;

/**
 * Plays a whole event on this machine and leaves a folder that can be folded. Ends by itself when headless, else serves the pages until
 * `signal` is aborted; an abort before the event's end stops in order and says how to go on. One that waits is played when an organizer says
 * so, and ends when an organizer has closed it and shown its result.
 */
export async function rehearse(options: RehearseOptions, io: Io, signal: AbortSignal): Promise<void> {
  const { speed, wait } = options;
  const engine = speed === 'max' ? undefined : await chooseEngine(options.engine, speed);
  const planned = await recordsOf(options);
  const scenario = await loadScenario(planned.event.scenario);
  let board: Board | undefined;
  let api: ReturnType<typeof rehearsalApi> | undefined;

  io.progress('Synthesising the stack and building the pages');
  // It takes a second to come up, which it has while the rest is made.
  const firstEngine = engine === undefined ? undefined : new EngineProcess(engine);
  try {
    const made = await unlessAborted(
      signal,
      Promise.all([synthesise(scenario.id, planned.event.options), buildPages()]),
    );
    if (made === undefined) return io.notify('Stopped before anything was played; nothing was written.');
    const [synthesis, pages] = made;
    const server = await servePages({
      folder: pages,
      port: options.port,
      scoreboard: () => board?.content() ?? '{}',
      api: (request) => api?.fetch(request) ?? new Response(null, { status: 503 }),
    });
    try {
      // Only now: a port in use must not leave a folder behind.
      const records = planned.open();
      const { journal, folder, fromRound } = records;
      // At once, so that a replay knows when event time began, whenever this is killed.
      if (!wait && journal.timeline.runs.length === 0) journal.append(startOf(journal));
      const clock = clockFor(records, speed === 'max' ? 0 : speed);
      board = new Board(records, clock.now());
      const rehearsal = new Rehearsal({ scenario, synthesis, journal, seed: records.seed, clock, steered: wait });
      if (fromRound > 0) {
        io.progress(`Playing the ${fromRound} measured rounds again`);
        rehearsal.catchUp(fromRound);
      }
      const { informed } = planned.event;
      const desk = informed === undefined ? undefined : new RehearsedDesk(rehearsal, chatOf(informed, options, io));
      const tell = (): Promise<void> => desk?.tell() ?? Promise.resolve();
      const pace = new Pace(clock);
      const keys = await newKeys(planned.event);
      api = rehearsalApi({ rehearsal, weaknesses: scenario.weaknesses, keys, pace, engine: firstEngine, io });
      tellAddresses(planned.event.name, server.url, writeKeys(folder.path, keys), folder.path, io);
      if (wait && journal.timeline.runs.length === 0) {
        io.notify(
          `Nothing is played until somebody starts it in the control room, or with: npx gameday start ${folder.path}`,
        );
      }
      const played = { rehearsal, clock, board, pace, tell, fromRound, signal, io };
      const reader = new OrderReader(folder.path, planned.event);
      const takeThem = (): void => takeOrders(rehearsal, pace, reader).forEach((text) => io.notify(text));
      await inPublic(played, takeThem, async () => {
        if (journal.timeline.closedAt !== null || fromRound >= rehearsal.rounds)
          io.notify('Every round is measured already.');
        else if (firstEngine === undefined) await playToTheEnd(played, takeThem);
        else await playWithTraffic(played, firstEngine);
        if (wait) await untilClosed(played);
      });

      const goOn = `npx gameday rehearse --resume ${folder.path}${wait ? ' --wait' : ''}`;
      if (signal.aborted) return io.notify(`Stopped. Go on with: ${goOn}`);
      end(played, records, io);
      await tell();
      if (options.headless) return;
      io.notify(`The scoreboard stays at ${server.url} until Ctrl-C.`);
      await aborted(signal);
    } finally {
      await server.close();
    }
  } finally {
    await firstEngine?.stop();
  }
}

const startOf = ({ event, newestAt = -Infinity }: RehearsalJournal): LogEntry => ({
  id: 'started',
  at: new Date(Math.max(event.startsAt, newestAt + 1)).toISOString(),
  by: 'organizer',
  type: 'started',
});

/** The calendar of a new rehearsal is at its planned start; of one that goes on, where it does. */
function clockFor({ journal, fromRound }: Records, speed: number): RehearsalClock {
  const { event, timeline, newestAt = -Infinity } = journal;
  const at =
    timeline.runs.length === 0 ? Math.max(event.startsAt, newestAt) : journal.instant(fromRound * event.roundSeconds);
  const clock = new RehearsalClock(journal, speed, at, newestAt);
  journal.standBy(() => clock.now());
  // Event time stands until somebody can send its traffic.
  if (timeline.runs.length > 0 && speed > 0) clock.set(at, Infinity);
  return clock;
}

function tellAddresses(name: string, url: string, keys: string, folder: string, io: Io): void {
  io.notify(`${name}: ${url}`);
  io.notify(`Team page: ${url}team.html   Control room: ${url}control.html   API: ${url}api/`);
  io.notify(`Keys of the organizer and the teams: ${keys}`);
  io.notify(`Records: ${folder}`);
}

interface Played {
  readonly rehearsal: Rehearsal;
  readonly clock: RehearsalClock;
  readonly board: Board;
  readonly pace: Pace;
  /** Brings the chat up to date. */
  readonly tell: () => Promise<void>;
  readonly fromRound: number;
  readonly signal: AbortSignal;
  readonly io: Io;
}

/** Does the work while the scoreboard is renewed and orders are taken. */
async function inPublic(
  { clock, board, pace, tell, io }: Played,
  takeThem: () => void,
  work: () => Promise<void>,
): Promise<void> {
  const timers = [
    setInterval(() => showProgress(io, board.show(pace.at(), clock.speed)), PUBLISH_MS),
    setInterval(takeThem, ORDERS_MS),
    setInterval(() => void tell(), CHAT_MS),
  ];
  try {
    await work();
  } finally {
    timers.forEach(clearInterval);
  }
}

async function playToTheEnd({ board, pace, tell, io, ...play }: Played, takeThem: () => void): Promise<void> {
  const recorded = (round: number): void => {
    if ((round + 1) % PUBLISH_ROUNDS === 0) showProgress(io, board.show(pace.at(), 0));
  };
  const turn = async (): Promise<void> => {
    takeThem();
    await tell();
  };
  await playVirtually({ ...play, turn, recorded });
}

async function playWithTraffic({ board, pace, io, ...play }: Played, firstEngine: EngineProcess): Promise<void> {
  await playLive({
    ...play,
    firstEngine,
    opened: (teams, leadMs) => pace.reach(teams, leadMs),
    recorded: () => board.show(pace.at(), play.clock.speed),
    note: (text) => io.notify(text),
  });
}

/** Resolves when the event is closed and its result was shown, or when the signal is aborted. */
async function untilClosed({ rehearsal, signal, io }: Played): Promise<void> {
  if (!rehearsal.isOver && !signal.aborted) io.notify('The time is up. Close the event and reveal the result.');
  while (!rehearsal.isOver && !signal.aborted) await delay(ORDERS_MS);
}

const chatOf = ({ chat }: Informed, options: RehearseOptions, io: Io): Chat =>
  options.chat === true ? openChat(chat, process.env, io) : new TerminalChat(io);

function recordsOf(options: RehearseOptions): Promise<PlannedRecords> {
  const { resume, file, out, duration, seed } = options;
  if (resume === undefined) return newRecords(options);
  if ([file, out, duration, seed].every((each) => each === undefined)) return resumedRecords(resume);
  throw new GameDayError(
    'BadOption',
    '--resume goes on with the event and the seed of its folder; an event file, --out, --duration and --seed do not go with it',
    `Leave them out: npx gameday rehearse --resume ${resume}`,
  );
}

function end({ rehearsal, board }: Played, { folder }: Records, io: Io): void {
  const game = rehearsal.end();
  board.show(game.at, 0);
  unlockFolder(folder.path);
  io.notify(`\n${standingsTable(rehearsal.event, game)}`);
  io.notify(`Next: npx gameday standings ${folder.path}   or   npx gameday replay ${folder.path}`);
}
