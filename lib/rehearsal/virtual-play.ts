import { setTimeout as delay } from 'node:timers/promises';
import type { RehearsalClock } from './clock';
import { measurementOf } from './load/round-collector';
import type { Rehearsal } from './rehearsal';

export interface VirtualPlay {
  readonly rehearsal: Rehearsal;
  readonly clock: RehearsalClock;
  readonly fromRound: number;
  readonly signal: AbortSignal;
  /** Awaited at the end of each round, before anything of the next one, and again and again while event time stands still. */
  readonly turn: () => void | Promise<void>;
  readonly recorded: (round: number) => void;
}

/** How often it is looked whether event time goes on, ms. */
const LOOK_MS = 20;

/**
 * Plays as fast as this machine can: the simulated customers are counted where they are, nothing is sent. Gives other work a turn at the end of
 * each round, waits while the event waits or is paused, and ends early when somebody closes it or `signal` is aborted.
 */
export async function playVirtually(play: VirtualPlay): Promise<void> {
  const { rehearsal, fromRound, recorded } = play;
  rehearsal.simulateTraffic();
  for (let round = fromRound; await reached(play, round); round += 1) {
    playRound(rehearsal, round);
    recorded(round);
  }
}

/** Moves to the end of a round, as soon as event time does; false when it never will. */
async function reached({ rehearsal, clock, signal, turn }: VirtualPlay, round: number): Promise<boolean> {
  const { stage, journal, event } = rehearsal;
  const endSeconds = (round + 1) * event.roundSeconds;
  while (!signal.aborted && endSeconds <= journal.endsSeconds) {
    const { runs, paused } = journal.timeline;
    const standsAt = runs.length === 0 ? 0 : paused ? (runs.at(-1)?.toMs ?? 0) / 1000 : Infinity;
    stage.advance(Math.min(endSeconds, standsAt));
    if (stage.eventSeconds < standsAt || clock.seconds() < stage.eventSeconds)
      clock.set(journal.instant(stage.eventSeconds));
    const { turn: before } = journal;
    await turn();
    await new Promise(setImmediate);
    // What came in the meantime may let event time stand still here, or end it.
    if (journal.turn !== before) continue;
    if (stage.eventSeconds >= endSeconds && (standsAt > endSeconds || endSeconds === journal.endsSeconds)) return true;
    await delay(LOOK_MS);
  }
  return false;
}

/** Plays one round to where it is final, and records it. */
export function playRound(rehearsal: Rehearsal, round: number): void {
  const { event, scenario, stage, observer, journal } = rehearsal;
  // The longest that a journey begun in a round can last after it: until then its steps may still be counted.
  const settleSeconds = (scenario.journey.steps * event.rules.bands.timeoutMs) / 1000;
  stage.advance((round + 1) * event.roundSeconds + settleSeconds);
  const { startsAt, spend } = observer.of(round);
  const measured = stage.teams
    .filter(({ team }) => journal.isRoundOf(team.id, round))
    .map(({ team, world }) => [team.id, measurementOf(world.counts(round), [], spend.get(team.id))] as const);
  rehearsal.record({ round, startsAt, teams: Object.fromEntries(measured) });
}
