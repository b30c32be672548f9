import { loadLeadMs } from '../../load/lead';
import type { LoadTeam, WindowLine } from '../../load/protocol';
import { openFront, type Front } from '../arena/front';
import { GameDayError } from '../core/errors';
import type { TeamAddress } from './api/pace';
import { rehearsalClock, type RehearsalClock } from './clock';
import { EngineProcess, type EngineName } from './load/engine';
import { journeysPerRound, loadOrder } from './load/load-order';
import type { Rehearsal } from './rehearsal';
import { RoundCollector } from './load/round-collector';
import { signingKey } from './stage/signing-key';

/** How often the worlds are moved on, ms: also how late a simulated answer can be at most. */
const TICK_MS = 4;
/** Times that an engine that died is started again before the rehearsal is given up. */
const RESTARTS = 3;

export interface LivePlay {
  readonly rehearsal: Rehearsal;
  readonly speed: number;
  /** Waits for its order. */
  readonly firstEngine: EngineProcess;
  /** Rounds before this one are measured already. */
  readonly fromRound: number;
  readonly signal: AbortSignal;
  /** Called once, when real time and event time are tied together and every team answers at its address. */
  readonly started: (clock: RehearsalClock, teams: readonly TeamAddress[]) => void;
  /** Called when a round was recorded. */
  readonly recorded: (round: number) => void;
  readonly note: (text: string) => void;
}

/**
 * Plays in real time: a front per team answers the engine's requests as its simulated architecture would. Resolves when
 * the last round is recorded, or soon after `signal` is aborted. Throws `EngineFailed` when the engine keeps dying.
 */
export async function playLive(play: LivePlay): Promise<void> {
  const { rehearsal, speed, fromRound, signal } = play;
  const { event, scenario, stage } = rehearsal;
  const { roundSeconds } = event;
  const journeys = journeysPerRound(event, speed, scenario.journey.steps);
  rehearsal.simulateTraffic((seconds) => (journeys[Math.floor(seconds / roundSeconds)] ?? 0) / roundSeconds);
  const firstSecond = fromRound * roundSeconds;
  const clock = rehearsalClock(Date.now() + leadMs(play, journeys) - (firstSecond / speed) * 1000, speed);

  const move = (): void => stage.advance(Math.min(clock.eventSeconds(Date.now()), event.durationSeconds + 3600));
  const fronts = await openFronts(rehearsal, clock, move);
  const ticking = setInterval(move, TICK_MS);
  try {
    const teams = fronts.map(({ team, front }) => ({ ...team, url: front.url }));
    play.started(clock, teams);
    await measure(play, clock, journeys, teams);
  } finally {
    clearInterval(ticking);
    await Promise.all(fronts.map(({ front }) => front.close()));
  }
  if (!signal.aborted) stage.advance(event.durationSeconds);
}

/** From now until the first round: the engine has to be up by then. */
function leadMs({ rehearsal, speed, fromRound, firstEngine }: LivePlay, journeys: readonly number[]): number {
  const teams = rehearsal.event.teams.map(({ id, account }) => ({ id, account, url: '', signingKey: '' }));
  const { event, seed } = rehearsal;
  return loadLeadMs(firstEngine.name, loadOrder(event, rehearsalClock(0, speed), { seed, fromRound, journeys, teams }));
}

/** Runs the engine to the end of the event, starting it again from the next round when it dies. */
async function measure(
  play: LivePlay,
  clock: RehearsalClock,
  journeys: readonly number[],
  teams: readonly Omit<LoadTeam, 'journeysPerWindow'>[],
): Promise<void> {
  const { rehearsal, signal } = play;
  const { event, observer } = rehearsal;
  const collector = new RoundCollector(
    teams.map(({ id }) => id),
    (round) => observer.of(round),
  );
  const { name } = play.firstEngine;
  let fromRound = play.fromRound;
  for (let attempt = 0; ; attempt += 1) {
    const engine = attempt === 0 ? play.firstEngine : new EngineProcess(name);
    const order = loadOrder(event, clock, { seed: rehearsal.seed, fromRound, journeys, teams });
    const window = (line: WindowLine): void => {
      const record = collector.take(line);
      if (record === undefined) return;
      rehearsal.record(record);
      play.recorded(record.round);
    };
    const code = await stoppable(engine, signal, () => engine.run(order, { window, note: play.note }));
    if (code === 0 || signal.aborted) return;
    if (attempt === RESTARTS) throw engineFailed(name, code);
    const ready = Date.now() + loadLeadMs(name, order);
    fromRound = Math.max(fromRound, Math.ceil(clock.eventSeconds(ready) / event.roundSeconds));
    if (fromRound >= journeys.length) return;
    play.note(`The engine ended with code ${code}; it starts again with round ${fromRound}.`);
  }
}

async function stoppable<T>(engine: EngineProcess, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const stop = (): void => void engine.stop();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function openFronts(
  { event, scenario, seed, stage }: Rehearsal,
  clock: RehearsalClock,
  move: () => void,
): Promise<{ readonly team: Pick<LoadTeam, 'id' | 'account' | 'signingKey'>; readonly front: Front }[]> {
  const time = {
    eventSeconds: () => Math.max(0, clock.eventSeconds(Date.now())),
    move,
    calendarAt: (seconds: number) => event.startsAt + seconds * 1000,
  };
  const opened = await Promise.allSettled(
    stage.teams.map(async ({ team, world }) => {
      const key = { account: team.account, signingKey: signingKey(seed, team.account) };
      const front = await openFront({ ...time, world, logic: scenario.application.open(key) });
      return { team: { id: team.id, ...key }, front };
    }),
  );
  const fronts = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const refused = opened.find((each) => each.status === 'rejected');
  if (refused === undefined) return fronts;
  await Promise.all(fronts.map(({ front }) => front.close()));
  throw refused.reason;
}

const engineFailed = (engine: EngineName, code: number): GameDayError =>
  new GameDayError(
    'EngineFailed',
    `the engine ${engine} died ${RESTARTS + 1} times, the last time with code ${code}`,
    engine === 'k6' ? 'Try `--engine embedded`, which needs nothing but Node.' : 'Look at its last words above.',
  );
