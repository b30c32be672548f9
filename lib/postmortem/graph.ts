import type { GameDayEvent } from '../core/event/event';
import type { Incident } from '../core/incidents/incident';
import type { GameRound } from '../core/score/team-rounds';
import { servedShare } from './damage';
import type { TimelineItem } from './timeline';

/** How the service went around an incident. Instants are event time. */
export interface Graph {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly roundSeconds: number;
  /** Share served well, 0 to 1, below which a round is bad. */
  readonly objective: number;
  /** Checked rounds in the window, ascending. */
  readonly rounds: readonly { readonly startSeconds: number; readonly share: number }[];
  /** Faults, within the window. */
  readonly faults: readonly { readonly label: string; readonly fromSeconds: number; readonly toSeconds: number }[];
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly atSeconds: number;
  readonly kind: 'impact' | 'alarm' | 'declared' | 'repair' | 'recovered' | 'resolved';
  readonly label: string;
}

/** Rounds that are shown before an incident, and after it. */
const ROUNDS_BEFORE = 10;
const ROUNDS_AFTER = 5;

const labels: Partial<Record<TimelineItem['kind'], string>> = {
  declared: 'declared',
  repair: 'repair',
  recovered: 'recovered',
  resolved: 'resolved',
};

/** The graph of an incident. @param rounds the team's, ascending */
export function graphOf(
  { roundSeconds, rules }: GameDayEvent,
  incident: Incident,
  rounds: readonly GameRound[],
  timeline: readonly TimelineItem[],
): Graph {
  const { startSeconds, endSeconds, firstAlarm, suspects } = incident;
  const known = ((rounds.at(-1)?.round ?? 0) + 1) * roundSeconds;
  const fromSeconds = Math.max(0, startSeconds - ROUNDS_BEFORE * roundSeconds);
  const toSeconds = Math.min(known, (endSeconds ?? Infinity) + ROUNDS_AFTER * roundSeconds);
  const isShown = (seconds: number): boolean => seconds >= fromSeconds && seconds <= toSeconds;
  return {
    fromSeconds,
    toSeconds,
    roundSeconds,
    objective: rules.objective,
    rounds: rounds.flatMap((each) => {
      const start = each.round * roundSeconds;
      if (each.verdict === 'unchecked' || start < fromSeconds || start >= toSeconds) return [];
      return [{ startSeconds: start, share: servedShare(each) }];
    }),
    faults: suspects.map(({ experiment, startedAtSeconds, endedAtSeconds }) => ({
      label: experiment,
      fromSeconds: Math.max(fromSeconds, startedAtSeconds),
      toSeconds: Math.min(toSeconds, endedAtSeconds ?? Infinity),
    })),
    marks: [
      { atSeconds: startSeconds, kind: 'impact', label: 'first bad round' },
      ...(firstAlarm === null || !isShown(firstAlarm.atSeconds)
        ? []
        : [{ atSeconds: firstAlarm.atSeconds, kind: 'alarm' as const, label: 'first alarm' }]),
      ...timeline.flatMap(({ atSeconds, kind }): Mark[] => {
        const label = labels[kind];
        return label === undefined || !isShown(atSeconds) ? [] : [{ atSeconds, kind: kind as Mark['kind'], label }];
      }),
    ],
  };
}
