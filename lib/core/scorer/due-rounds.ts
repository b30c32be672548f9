import type { GameDayEvent, Instant } from '../event/event';
import { measuresCustomers } from '../informed/informed';
import type { RoundRecord } from '../records/records';
import { checkedSteps } from '../score/service';
import type { Day } from '../time/day';
import { roundsOf, type Timeline } from '../time/timeline';
import type { Span } from './ports';

/** A round that has ended, and when it was. */
export interface EndedRound {
  readonly round: number;
  readonly span: Span;
  /** For whom it is one: others' time was up before it. */
  readonly teams: ReadonlySet<string>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A round is read when this much time has passed since its end: the last answers are in, and what was published can be read. */
export const settleMs = 2 * MINUTE;
/** Load balancers tell of a minute up to three minutes late. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const customersSettleMs = 4 * MINUTE;
/** How long after its end a round of this event is read. */
export const settlesAfterMs = (event: Pick<GameDayEvent, 'informed'>): number =>
  measuresCustomers(event) ? customersSettleMs : settleMs;
/** For this long after its end a round is read anew at every tick: late windows still count. */
const TRAILING_MS = 10 * MINUTE;
/** After that, what is unchecked is looked at again when the clock's minutes are a multiple of this: its windows may have come after all. */
const LOOK_AGAIN_MINUTES = 10;

/** Rounds that have ended, ascending. Those that a pause cut are left out: they are void for everybody, and no stretch of the calendar is theirs. */
export function endedRounds(event: GameDayEvent, { timeline, eventSeconds }: Day): readonly EndedRound[] {
  const count = Math.floor(eventSeconds / event.roundSeconds);
  return Array.from({ length: count }, (_, round) => round).flatMap((round) => {
    const span = spanOf(event, timeline, round);
    return span === undefined ? [] : [{ round, span, teams: teamsIn(event, timeline, round) }];
  });
}

const teamsIn = (event: GameDayEvent, timeline: Timeline, round: number): ReadonlySet<string> =>
  new Set(event.teams.map(({ id }) => id).filter((id) => round < roundsOf(event, timeline, id)));

/**
 * Rounds to be measured now, ascending: all that have settled and were not measured of every team, those that ended a short while
 * ago, and from time to time those in which a team is unchecked. Whatever was missed is due, however long ago it was.
 *
 * @param known records of exactly these rounds
 */
export function dueRounds(
  event: Pick<GameDayEvent, 'informed'>,
  ended: readonly EndedRound[],
  known: readonly RoundRecord[],
  now: Instant,
): readonly EndedRound[] {
  const records = new Map(known.map((record) => [record.round, record]));
  const looksAgain = Math.floor(now / MINUTE) % LOOK_AGAIN_MINUTES === 0;
  return ended.filter(({ round, span, teams: playing }) => {
    const age = now - span.to;
    if (age < settlesAfterMs(event)) return false;
    if (age < TRAILING_MS) return true;
    const teams = records.get(round)?.teams ?? {};
    if ([...playing].some((id) => teams[id] === undefined)) return true;
    return looksAgain && [...playing].some((id) => checkedSteps(teams[id]) === 0);
  });
}

/** A round lies in one stretch of running time; one that a pause cuts lies in none. */
function spanOf({ roundSeconds }: GameDayEvent, { runs }: Timeline, round: number): Span | undefined {
  const fromMs = round * roundSeconds * SECOND;
  const toMs = fromMs + roundSeconds * SECOND;
  const run = runs.find((each) => each.fromMs <= fromMs && toMs <= each.toMs);
  if (run === undefined) return undefined;
  const from = run.startsAt + fromMs - run.fromMs;
  return { from, to: from + roundSeconds * SECOND };
}
