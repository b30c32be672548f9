import { setTimeout as delay } from 'node:timers/promises';
import { openFront, type Front } from '../arena/front';
import type { TeamAddress } from './api/pace';
import type { RehearsalClock } from './clock';
import type { EngineProcess } from './load/engine';
import { SentJourneys, type ReachedTeam } from './load/load-order';
import { Shift } from './load/shift';
import type { Rehearsal } from './rehearsal';
import { signingKey } from './stage/signing-key';

/** How often the worlds are moved on, ms: also how late a simulated answer can be at most. */
const TICK_MS = 4;

export interface LivePlay {
  readonly rehearsal: Rehearsal;
  readonly clock: RehearsalClock;
  /** Waits for its order. */
  readonly firstEngine: EngineProcess;
  /** Rounds before this one are measured already. */
  readonly fromRound: number;
  readonly signal: AbortSignal;
  /** Called once, when every team answers at its address. @param leadMs from asking for an engine to its first request */
  readonly opened: (teams: readonly TeamAddress[], leadMs: () => number) => void;
  /** Called when a round was recorded. */
  readonly recorded: (round: number) => void;
  readonly note: (text: string) => void;
}

/**
 * Plays in real time: a front per team answers the engine's requests as its simulated architecture would. While the event waits or is
 * paused nothing moves. Resolves when its time is up or somebody closed it and the last round is recorded, or soon after `signal` is aborted.
 * Throws `EngineFailed` when the engine keeps dying.
 */
export async function playLive(play: LivePlay): Promise<void> {
  const { rehearsal, clock, fromRound, signal } = play;
  const { event, scenario, stage, journal } = rehearsal;
  const sent = new SentJourneys(journal, clock.speed, scenario.journey.steps);
  rehearsal.simulateTraffic((team, seconds) => sent.perSecond(team, seconds));
  const fronts = await openFronts(rehearsal, clock);
  const shift = new Shift({ ...play, sent, teams: fronts.map(({ team, front }) => ({ ...team, url: front.url })) });
  // The engine has to be up by then.
  if (journal.timeline.runs.length > 0)
    clock.set(journal.instant(fromRound * event.roundSeconds), Date.now() + shift.leadMs);
  play.opened(
    fronts.map(({ team, front }) => ({ ...team, url: front.url })),
    () => shift.leadMs,
  );
  const isOver = (): boolean =>
    !shift.isAtWork && (journal.timeline.closedAt !== null || clock.seconds() >= journal.endsSeconds);
  const moving = setInterval(() => rehearsal.move(), TICK_MS);
  try {
    while (!signal.aborted && !isOver()) {
      await delay(TICK_MS);
      shift.update(Date.now());
    }
  } finally {
    // The worlds go on until the last answer was given.
    await shift.stop().finally(async () => {
      clearInterval(moving);
      await Promise.all(fronts.map(({ front }) => front.close()));
    });
  }
  if (!signal.aborted) stage.advance(journal.endsSeconds);
}

async function openFronts(
  rehearsal: Rehearsal,
  clock: RehearsalClock,
): Promise<{ readonly team: Omit<ReachedTeam, 'url'>; readonly front: Front }[]> {
  const { scenario, seed, stage, journal } = rehearsal;
  const time = {
    eventSeconds: () => clock.seconds(),
    move: () => rehearsal.move(),
    calendarAt: (seconds: number) => journal.instant(seconds),
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
