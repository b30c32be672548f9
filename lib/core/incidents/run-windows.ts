import { runsOf } from '../experiments/runs';
import type { DatedEntry } from '../records/effective-log';
import { secondsAt, type Timeline } from '../time/timeline';

/** When a fault was there, in event time. */
export interface RunWindow {
  readonly run: string;
  readonly experiment: string;
  readonly team: string;
  readonly startedAtSeconds: number;
  /** Null while it is under way. */
  readonly endedAtSeconds: number | null;
}

/** The runs that struck, in the order of the log; what was refused or only ordered did nothing. @param entries the log that holds */
export const runWindows = (entries: readonly DatedEntry[], timeline: Timeline): readonly RunWindow[] =>
  [...runsOf(entries).values()].flatMap((state) => {
    if (state.state !== 'running' && state.state !== 'ended') return [];
    const { run, experiment, team, startedAt } = state;
    const endedAtSeconds = state.state === 'ended' ? secondsAt(timeline, state.endedAt) : null;
    return [{ run, experiment, team, startedAtSeconds: secondsAt(timeline, startedAt), endedAtSeconds }];
  });

/** A stretch of event time whose end is open while null. */
interface Stretch {
  readonly startSeconds: number;
  readonly endSeconds: number | null;
}

/** Whether the fault was there in some instant of the impact. */
export const overlaps = ({ startSeconds, endSeconds }: Stretch, run: RunWindow): boolean =>
  startSeconds < (run.endedAtSeconds ?? Infinity) && run.startedAtSeconds < (endSeconds ?? Infinity);

/** Whether the fault was there in the impact's first bad round, so that it may have begun it. */
export const mayHaveCaused = (impact: Stretch, run: RunWindow, roundSeconds: number): boolean =>
  overlaps(impact, run) && run.startedAtSeconds < impact.startSeconds + roundSeconds;
