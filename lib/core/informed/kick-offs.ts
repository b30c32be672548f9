import type { GameDayEvent, Instant } from '../event/event';
import type { ExperimentCard } from '../experiments/experiment';
import { runsOf, type RunState } from '../experiments/runs';
import { effectiveLog, type DatedEntry } from '../records/effective-log';
import type { LogEntry } from '../records/records';
import { secondsAt, timelineOf, type Timeline } from '../time/timeline';

/** One experiment of an informed event, from its plan to its end, as the log tells it. */
export interface KickOff {
  /** Its place in the event file, from 1. */
  readonly number: number;
  readonly experiment: string;
  /** Event time at which it is planned. */
  readonly atSeconds: number;
  /** How long it is to last, event seconds. */
  readonly forSeconds: number;
  /** Event time at which it was told to the heroes; undefined before. */
  readonly toldAtSeconds: number | undefined;
  /** Event time from which on votes come late; undefined before it was told. */
  readonly votesUntilSeconds: number | undefined;
  /** Where it is to run; undefined before that is decided. */
  readonly decision: Decision | undefined;
  /** Why it never began. */
  readonly calledOff: { readonly guardrail: string; readonly reason: string } | undefined;
  /** Its runs, one for each team of heroes: one fault, which every team lives through. */
  readonly runs: readonly RunState[];
  readonly state: 'planned' | 'voting' | 'waiting' | 'ordered' | 'running' | 'over';
}

export interface Decision {
  readonly environment: string;
  readonly reason: string;
  readonly at: Instant;
}

/** What of the day kick-offs follow from. */
export interface KickOffSource {
  readonly event: GameDayEvent;
  readonly cards: readonly ExperimentCard[];
  /** The log that holds, oldest first. */
  readonly entries: readonly DatedEntry[];
  readonly timeline: Timeline;
}

/** The run of a kick-off that a team lives through. */
export const kickOffRun = (number: number, team: string): string => `${kickOffName(number)}-${team}`;

/** The run that all teams share where there is one environment for all. */
export const kickOffName = (number: number): string => `kick-off-${number}`;

/** The kick-offs of an informed event, in their order. Only what the organizer wrote moves one on. */
export function kickOffsOf({ event, cards, entries, timeline }: KickOffSource): readonly KickOff[] {
  if (event.informed === undefined) return [];
  const { environments, vote } = event.informed;
  const states = runsOf(entries);
  const own = entries.filter(({ entry }) => entry.by === 'organizer');
  return event.experiments.map(({ experiment, atSeconds, forSeconds }, index) => {
    const number = index + 1;
    const told = own.find(
      ({ entry }) => entry.type === 'kicked-off' && entry.kickOff === number && entry.experiment === experiment,
    );
    const toldAtSeconds = told === undefined ? undefined : secondsAt(timeline, told.at);
    const decision = told && decisionOf(own, number, new Set(environments.map(({ id }) => id)));
    const calledOff = own.flatMap(({ entry }) =>
      entry.type === 'called-off' && entry.kickOff === number
        ? [{ guardrail: entry.guardrail, reason: entry.reason }]
        : [],
    )[0];
    const runs = event.teams.flatMap(({ id }) => states.get(kickOffRun(number, id)) ?? []);
    return {
      number,
      experiment,
      atSeconds,
      forSeconds: forSeconds ?? cards.find(({ id }) => id === experiment)?.durationSeconds ?? 0,
      toldAtSeconds,
      votesUntilSeconds: toldAtSeconds === undefined ? undefined : toldAtSeconds + vote.seconds,
      decision,
      calledOff,
      runs,
      state: calledOff !== undefined ? 'over' : stateOf(told !== undefined, decision, runs),
    };
  });
}

/**
 * The environment where a kick-off was decided to run, by the name that all teams' runs of it share; undefined while nobody decided. It is
 * the one that guardrails looked at, in whatever order the log arrives.
 */
export function decidedIn(event: GameDayEvent, log: readonly LogEntry[], sharedRun: string): string | undefined {
  const { entries } = effectiveLog(event, log, Infinity);
  const kickOff = kickOffsOf({ event, cards: [], entries, timeline: timelineOf(event, entries) }).find(
    ({ number }) => kickOffName(number) === sharedRun,
  );
  return kickOff?.decision?.environment;
}

function decisionOf(
  own: readonly DatedEntry[],
  number: number,
  environments: ReadonlySet<string>,
): Decision | undefined {
  for (const { at, entry } of own) {
    if (entry.type !== 'decided' || entry.kickOff !== number || !environments.has(entry.environment)) continue;
    return { environment: entry.environment, reason: entry.reason, at };
  }
  return undefined;
}

function stateOf(isTold: boolean, decision: Decision | undefined, runs: readonly RunState[]): KickOff['state'] {
  if (!isTold) return 'planned';
  if (decision === undefined) return 'voting';
  if (runs.length === 0) return 'waiting';
  if (runs.some(({ state }) => state === 'running')) return 'running';
  return runs.some(({ state }) => state === 'ordered') ? 'ordered' : 'over';
}
