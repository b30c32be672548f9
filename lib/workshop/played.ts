import type { GameDayEvent } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import type { FailureClass } from '../core/experiments/failure-class';
import { runWindows } from '../core/incidents/run-windows';
import type { DatedEntry } from '../core/records/effective-log';
import { timelineOf } from '../core/time/timeline';

/** An experiment that struck in an edition. */
export interface PlayedExperiment {
  readonly experiment: string;
  /** Undefined when no card of it is at hand. */
  readonly failureClass: FailureClass | undefined;
  /** Teams that it struck. */
  readonly teams: number;
}

/** The experiments that struck somebody, each once, in the order of the log. @param entries the log that holds */
export function playedExperiments(
  event: GameDayEvent,
  entries: readonly DatedEntry[],
  cards: readonly ExperimentCard[],
): readonly PlayedExperiment[] {
  const teams = new Map<string, Set<string>>();
  for (const { experiment, team } of runWindows(entries, timelineOf(event, entries))) {
    teams.set(experiment, (teams.get(experiment) ?? new Set()).add(team));
  }
  return [...teams].map(([experiment, struck]) => ({
    experiment,
    failureClass: cards.find(({ id }) => id === experiment)?.failureClass,
    teams: struck.size,
  }));
}
