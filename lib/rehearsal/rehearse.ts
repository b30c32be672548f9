import type { Chat } from '../chat/chat';
import { openChat } from '../chat/open-chat';
import { TerminalChat } from '../chat/terminal';
import { GameDayError } from '../core/errors';
import type { Informed } from '../core/informed/informed';
import type { Io } from '../core/io';
import { standingsTable } from '../core/view/standings-table';
import { loadScenario } from '../scenarios/catalogue';
import { synthesise } from '../scenarios/synth';
import { newKeys, writeKeys } from './api/keys';
import { Pace } from './api/pace';
import { rehearsalApi } from './api/rehearsal-api';
import { RehearsedDesk } from './informed/rehearsed-desk';
import { Board } from './records/board';
import { EngineProcess, type EngineName } from './load/engine';
import { chooseEngine } from './load/engine-choice';
import { aborted, unlessAborted } from './interruptible';
import { playLive } from './live-play';
import { servePages } from './pages/page-server';
import { buildPages } from './pages/pages';
import { showProgress } from './progress';
import { OrderReader } from './records/order-reader';
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
 * `signal` is aborted; an abort before the event's end stops in order and says how to go on.
 */
export async function rehearse(options: RehearseOptions, io: Io, signal: AbortSignal): Promise<void> {
  const { speed } = options;
  const engine = speed === 'max' ? undefined : await chooseEngine(options.engine, speed);
  const planned = await recordsOf(options);
  const scenario = await loadScenario(planned.event.scenario);
  let board: Board | undefined;
  let api: ReturnType<typeof rehearsalApi> | undefined;

  io.progress('Synthesising the stack and building the pages');
  // It takes a second to come up, which it has while the rest is made.
  const firstEngine = engine === undefined ? undefined : new EngineProcess(engine);
  try {
    const made = await unlessAborted(signal, Promise.all([synthesise(scenario.id, planned.event.options), buildPages()]));
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
      // At once, so that a replay knows when event time began, whenever this is killed.
      records.journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
      board = new Board(records);
      io.notify(`${planned.event.name}: ${server.url}`);
      io.notify(`Records: ${records.folder.path}`);
      const rehearsal = new Rehearsal({ scenario, synthesis, journal: records.journal, seed: records.seed });
      if (records.fromRound > 0) {
        io.progress(`Playing the ${records.fromRound} measured rounds again`);
        rehearsal.catchUp(records.fromRound);
      }
      const { informed } = planned.event;
      const desk = informed === undefined ? undefined : new RehearsedDesk(rehearsal, chatOf(informed, options, io));
      const pace = new Pace();
      pace.stand(records.fromRound * planned.event.roundSeconds);
      const keys = await newKeys(planned.event);
      api = rehearsalApi({ rehearsal, weaknesses: scenario.weaknesses, keys, pace, io });
      io.notify(`API of organizers and teams: ${server.url}api/ (its keys: ${writeKeys(records.folder.path, keys)})`);
      const takeOrders = orderTaker(rehearsal, new OrderReader(records.folder.path, planned.event), io);
      const tell = (): Promise<void> => desk?.tell() ?? Promise.resolve();
      const played = { rehearsal, board, pace, takeOrders, tell, fromRound: records.fromRound, signal, io };
      if (records.fromRound === rehearsal.rounds) io.notify('Every round is measured already.');
      else if (speed === 'max' || firstEngine === undefined) await playToTheEnd(played);
      else await playWithTraffic(played, speed, firstEngine);

      if (signal.aborted) return io.notify(`Stopped. Go on with: npx gameday rehearse --resume ${records.folder.path}`);
      end(played, records);
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

interface Played {
  readonly rehearsal: Rehearsal;
  readonly board: Board;
  readonly pace: Pace;
  /** Hands on what somebody from outside has ordered since the last time. */
  readonly takeOrders: () => void;
  /** Brings the chat up to date. */
  readonly tell: () => Promise<void>;
  readonly fromRound: number;
  readonly signal: AbortSignal;
  readonly io: Io;
}

function orderTaker(rehearsal: Rehearsal, reader: OrderReader, io: Io): () => void {
  return () => {
    const { orders, problems } = reader.next();
    for (const problem of problems) io.notify(problem);
    for (const order of orders) {
      if (!rehearsal.order(order)) io.notify(`Came after the end and was left out: ${order.type} ${order.id}`);
    }
  };
}

async function playToTheEnd({ board, pace, takeOrders, tell, io, ...play }: Played): Promise<void> {
  const recorded = async (round: number): Promise<void> => {
    takeOrders();
    await tell();
    const seconds = (round + 1) * play.rehearsal.event.roundSeconds;
    pace.stand(seconds);
    if ((round + 1) % PUBLISH_ROUNDS === 0) showProgress(io, board.show(seconds, 0));
  };
  await playVirtually({ ...play, recorded });
}

async function playWithTraffic(
  { board, pace, takeOrders, tell, io, ...play }: Played,
  speed: number,
  firstEngine: EngineProcess,
): Promise<void> {
  const show = (): void => showProgress(io, board.show(pace.eventSeconds, speed));
  const showing = setInterval(show, PUBLISH_MS);
  const listening = setInterval(takeOrders, ORDERS_MS);
  const telling = setInterval(() => void tell(), CHAT_MS);
  try {
    await playLive({
      ...play,
      speed,
      firstEngine,
      started: (clock, teams) => {
        pace.follow((realMs) => clock.eventSeconds(realMs), speed, teams);
      },
      recorded: () => board.show(pace.eventSeconds, speed),
      note: (text) => io.notify(text),
    });
  } finally {
    clearInterval(showing);
    clearInterval(listening);
    clearInterval(telling);
  }
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

function end({ rehearsal, board, pace, io }: Played, { folder }: Records): void {
  const game = rehearsal.end();
  pace.end(rehearsal.event.durationSeconds);
  board.show(rehearsal.event.durationSeconds, 0);
  unlockFolder(folder.path);
  io.notify(`\n${standingsTable(rehearsal.event, game)}`);
  io.notify(`Next: npx gameday standings ${folder.path}   or   npx gameday replay ${folder.path}`);
}
