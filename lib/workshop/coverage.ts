import { failureClasses, type FailureClass } from '../core/experiments/failure-class';
import type { PastIncident } from './past-incident';
import type { PlayedExperiment } from './played';

/** An edition that was played. */
export interface PlayedEdition {
  readonly edition: string;
  readonly experiments: readonly PlayedExperiment[];
}

/** What coverage is worked out from. */
export interface Covered {
  readonly incidents: readonly PastIncident[];
  /** Those that could be played. */
  readonly experiments: readonly { readonly id: string; readonly failureClass: FailureClass }[];
  readonly editions: readonly PlayedEdition[];
}

/** How well a failure class is prepared for: what it cost in the past against what is tried on purpose. */
export interface ClassCoverage {
  readonly failureClass: FailureClass;
  readonly incidents: number;
  /** Minutes to recover of all incidents whose time is known, added up. */
  readonly minutesToRecover: number;
  /** Incidents whose time to recover nobody knows. */
  readonly unknown: number;
  /** Ids. */
  readonly experiments: readonly string[];
  /** What struck in which edition; editions without are left out. */
  readonly played: readonly { readonly edition: string; readonly experiments: readonly string[] }[];
  readonly state: CoverageState;
}

/**
 * `no experiment`: it has happened, and nothing tries it. `never played`: there is an experiment, and none of the editions that are known
 * has played any. `covered`: it was played, or no edition is known and there is an experiment. `no incident`: it has not happened.
 */
export type CoverageState = (typeof states)[number];
const states = ['no experiment', 'never played', 'covered', 'no incident'] as const;

/** All failure classes, gaps first: by state, then by minutes, then by number of incidents. */
export const coverageOf = (covered: Covered): readonly ClassCoverage[] =>
  failureClasses
    .map((failureClass) => classCoverage(failureClass, covered))
    .sort(
      (a, b) =>
        states.indexOf(a.state) - states.indexOf(b.state) ||
        b.minutesToRecover - a.minutesToRecover ||
        b.incidents - a.incidents,
    );

function classCoverage(failureClass: FailureClass, { incidents, experiments, editions }: Covered): ClassCoverage {
  const isOurs = (each: { readonly failureClass: FailureClass | undefined }): boolean =>
    each.failureClass === failureClass;
  const own = incidents.filter(isOurs);
  const ids = experiments.filter(isOurs).map(({ id }) => id);
  const played = editions
    .map(({ edition, experiments: struck }) => ({
      edition,
      experiments: struck.filter(isOurs).map(({ experiment }) => experiment),
    }))
    .filter((each) => each.experiments.length > 0);
  return {
    failureClass,
    incidents: own.length,
    minutesToRecover: own.reduce((sum, { minutesToRecover = 0 }) => sum + minutesToRecover, 0),
    unknown: own.filter(({ minutesToRecover }) => minutesToRecover === undefined).length,
    experiments: ids,
    played,
    state: stateOf(own.length, ids.length, played.length, editions.length),
  };
}

function stateOf(incidents: number, experiments: number, played: number, editions: number): CoverageState {
  if (incidents === 0) return 'no incident';
  if (played > 0) return 'covered';
  if (experiments === 0) return 'no experiment';
  return editions === 0 ? 'covered' : 'never played';
}
