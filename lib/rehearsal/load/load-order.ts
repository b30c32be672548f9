import { sampledJourneys } from '../../../load/plan';
import type { LoadOrder, LoadTeam } from '../../../load/protocol';
import { roundsOf, type Run } from '../../core/time/timeline';
import { plannedByRound } from '../../core/time/traffic';
import type { RehearsalClock } from '../clock';
import type { RehearsalJournal } from '../records/journal';

/** A team that requests can be sent to. */
export type ReachedTeam = Omit<LoadTeam, 'journeysPerWindow'>;

/** Journeys that are started for real, under all live changes that are known; the arena simulates the rest of the plan. */
export class SentJourneys {
  private known: { readonly turn: number; readonly byTeam: ReadonlyMap<string, readonly number[]> } | undefined;

  constructor(
    private readonly journal: Pick<RehearsalJournal, 'event' | 'timeline' | 'factors' | 'turn'>,
    private readonly speed: number,
    private readonly journeySteps: number,
  ) {}

  /** In each of the rounds of a team. */
  perRound(): ReadonlyMap<string, readonly number[]> {
    const { journal, speed, journeySteps, known } = this;
    if (known?.turn === journal.turn) return known.byTeam;
    const byTeam = new Map(
      journal.event.teams.map(({ id }) => {
        const planned = plannedByRound(
          journal.event,
          roundsOf(journal.event, journal.timeline, id),
          journal.factors(id),
        );
        return [id, sampledJourneys([...planned], speed, journeySteps)];
      }),
    );
    this.known = { turn: journal.turn, byTeam };
    return byTeam;
  }

  /** To a team, per event second, at an instant of event time. */
  perSecond(team: string, eventSeconds: number): number {
    const { roundSeconds } = this.journal.event;
    return (this.perRound().get(team)?.[Math.floor(eventSeconds / roundSeconds)] ?? 0) / roundSeconds;
  }
}

/** What an order is made of besides the event. */
interface OrderParts {
  readonly seed: number;
  /** The stretch of running event time that it is for. */
  readonly run: Run;
  readonly fromRound: number;
  /** Rounds from this one on are not sent. */
  readonly untilRound: number;
  readonly teams: readonly ReachedTeam[];
  readonly sent: SentJourneys;
}

/** What the engine of a rehearsal is told. Windows are rounds: nobody looks at a rehearsal more finely than that. */
export function loadOrder(
  { event }: Pick<RehearsalJournal, 'event'>,
  clock: Pick<RehearsalClock, 'speed' | 'movesFromMs' | 'seconds'>,
  { seed, run, fromRound, untilRound, teams, sent }: OrderParts,
): LoadOrder {
  const movesFromMs = clock.movesFromMs(run);
  const journeys = sent.perRound();
  const { bands } = event.rules;
  return {
    scenario: event.scenario,
    seed,
    startsAtMs: movesFromMs - (clock.seconds(movesFromMs) / clock.speed) * 1000,
    calendarStartMs: run.startsAt - run.fromMs,
    speed: clock.speed,
    windowSeconds: event.roundSeconds,
    fromWindow: fromRound,
    untilWindow: untilRound,
    timeoutMs: bands.timeoutMs,
    fastMs: bands.fastMs,
    acceptableMs: bands.acceptableMs,
    teams: teams.map((team) => ({
      ...team,
      journeysPerWindow: Array.from(
        { length: untilRound - fromRound },
        (_, index) => journeys.get(team.id)?.[fromRound + index] ?? 0,
      ),
    })),
  };
}
