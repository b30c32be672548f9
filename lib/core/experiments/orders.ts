import type { GameDayEvent } from '../event/event';
import type { DatedEntry } from '../records/effective-log';
import type { Timeline } from '../time/timeline';
import { wantedRuns } from './conduct';
import type { ExperimentCard } from './experiment';
import { runsOf } from './runs';
import type { ExperimentRun } from './schedule';

/** What somebody wants to break now. */
export interface ExperimentWish {
  readonly experiment: string;
  /** Ids; none for all, because every team is to get the same. */
  readonly teams: readonly string[];
  /** Event time; as long as the experiment says when undefined. */
  readonly seconds: number | undefined;
}

/** One run that is ordered: due at once. */
export type RunOrder = Omit<ExperimentRun, 'atSeconds'>;

/** The runs to order, or why there are none and what to do instead. */
type OrderDecision =
  | { readonly ok: true; readonly card: ExperimentCard; readonly orders: readonly RunOrder[] }
  | { readonly ok: false; readonly reason: string; readonly hint: string };

/** Decides on an experiment by hand. @param mark part of the runs' ids that no other order has */
export function decideOrder(
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  { experiment, teams, seconds }: ExperimentWish,
  mark: string,
): OrderDecision {
  const card = cards.find(({ id }) => id === experiment);
  if (card === undefined) {
    return {
      ok: false,
      reason: `${event.scenario} has no experiment "${experiment}"`,
      hint: `Choose one of: ${cards.map(({ id }) => id).join(', ')}.`,
    };
  }
  const all = event.teams.map(({ id }) => id);
  const unknown = teams.find((team) => !all.includes(team));
  if (unknown !== undefined) {
    return {
      ok: false,
      reason: `There is no team "${unknown}" in this event`,
      hint: `Give one of: ${all.join(', ')}.`,
    };
  }
  const forSeconds = seconds ?? card.durationSeconds;
  const hit = teams.length === 0 ? all : [...new Set(teams)];
  return {
    ok: true,
    card,
    orders: hit.map((team) => ({ run: `${experiment}-${mark}-${team}`, experiment, team, forSeconds })),
  };
}

/** Ids of all runs that are planned, ordered or known to the log. */
export function knownRuns(
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  { entries, timeline }: { readonly entries: readonly DatedEntry[]; readonly timeline: Timeline },
): ReadonlySet<string> {
  return new Set([...wantedRuns({ event, cards, entries, timeline }).keys(), ...runsOf(entries).keys()]);
}
