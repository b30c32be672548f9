import { sampledJourneys } from '../../../load/plan';
import type { LoadOrder, LoadTeam } from '../../../load/protocol';
import type { GameDayEvent } from '../../core/event/event';
import { plannedByRound } from '../../core/time/traffic';
import type { RehearsalClock } from '../clock';

/** Journeys to start in each round for real; the arena simulates the rest of the plan. */
export function journeysPerRound(event: GameDayEvent, speed: number, journeySteps: number): readonly number[] {
  const rounds = event.durationSeconds / event.roundSeconds;
  return sampledJourneys([...plannedByRound(event, rounds)], speed, journeySteps);
}

/** What the engine of a rehearsal is told. Windows are rounds: nobody looks at a rehearsal more finely than that. */
export function loadOrder(
  event: GameDayEvent,
  clock: RehearsalClock,
  play: {
    readonly seed: number;
    readonly fromRound: number;
    readonly journeys: readonly number[];
    readonly teams: readonly Omit<LoadTeam, 'journeysPerWindow'>[];
  },
): LoadOrder {
  const { bands } = event.rules;
  return {
    scenario: event.scenario,
    seed: play.seed,
    startsAtMs: clock.startsAtMs,
    calendarStartMs: event.startsAt,
    speed: clock.speed,
    windowSeconds: event.roundSeconds,
    fromWindow: play.fromRound,
    untilWindow: play.journeys.length,
    timeoutMs: bands.timeoutMs,
    fastMs: bands.fastMs,
    acceptableMs: bands.acceptableMs,
    teams: play.teams.map((team) => ({ ...team, journeysPerWindow: play.journeys.slice(play.fromRound) })),
  };
}
