import { kickOffsOf, type KickOff } from '../core/informed/kick-offs';
import type { Phase } from '../core/time/timeline';
import { awardsOf, type Award } from '../core/view/awards';
import { coverageOf, type ClassCoverage } from '../workshop/coverage';
import type { PastIncident } from '../workshop/past-incident';
import { playedExperiments } from '../workshop/played';
import { comparisonOf, type Measure } from './compare';
import { inOrderOfTime, type Edition } from './edition';
import { experimentReports, type ExperimentReport } from './experiment-report';
import { figuresOf, type Figures } from './figures';
import { teamReports, type TeamReport } from './team-report';

/** What an event came to, beside those before it: all numbers of the close-out. */
export interface Report {
  /** Oldest first; the last one is what the rest is about. */
  readonly editions: readonly EditionReport[];
  /** The editions beside each other; nothing of a single one. */
  readonly comparison: readonly Measure[];
  /** Of the newest edition. */
  readonly awards: readonly Award[];
  readonly teams: readonly TeamReport[];
  /** Of an informed event, in their order; none of another. */
  readonly kickOffs: readonly KickOff[];
  readonly experiments: readonly ExperimentReport[];
  /** Gaps first. */
  readonly coverage: readonly ClassCoverage[];
}

/** An edition in sum. */
export interface EditionReport {
  readonly label: string;
  readonly name: string;
  readonly scenario: string;
  /** ISO 8601, in UTC; null when it never began. */
  readonly startedAt: string | null;
  readonly phase: Phase;
  /** Event time that was played. */
  readonly playedSeconds: number;
  readonly teams: number;
  /** Experiments that struck somebody. */
  readonly experiments: number;
  readonly figures: Figures;
}

/** @param editions one at least, in any order; @param past incidents of the real system, which coverage is measured by */
export function reportOf(editions: readonly Edition[], past: readonly PastIncident[]): Report {
  const ordered = inOrderOfTime(editions);
  const newest = ordered.at(-1)!;
  const reports = ordered.map(editionReport);
  return {
    editions: reports,
    comparison: reports.length > 1 ? comparisonOf(reports) : [],
    awards: awardsOf(newest.event, newest.game),
    teams: teamReports(newest),
    kickOffs: kickOffsOf({ ...newest, entries: newest.game.entries }),
    experiments: experimentReports(newest),
    coverage: coverageOf({
      incidents: past,
      experiments: newest.cards,
      editions: ordered.map((edition) => ({ edition: edition.label, experiments: playedOf(edition) })),
    }),
  };
}

const playedOf = ({ event, game, cards }: Edition) => playedExperiments(event, game.entries, cards);

function editionReport(edition: Edition): EditionReport {
  const { label, event, game, timeline } = edition;
  const began = timeline.runs[0]?.startsAt;
  return {
    label,
    name: event.name,
    scenario: event.scenario,
    startedAt: began === undefined ? null : new Date(began).toISOString(),
    phase: game.phase,
    playedSeconds: game.eventSeconds,
    teams: event.teams.length,
    experiments: playedOf(edition).length,
    figures: figuresOf(edition),
  };
}
