import type { GameDayEvent, Instant } from '../event/event';
import { beginRefusal, endRefusal } from '../informed/gate';
import type { DatedEntry } from '../records/effective-log';
import { endsSecondsOf, instantOf, secondsAt, type Phase, type Timeline } from '../time/timeline';
import type { ExperimentCard } from './experiment';
import { runsOf, type RunState } from './runs';
import { plannedRuns, plannedTogether, type ExperimentRun } from './schedule';

/** What is to be done about experiments now. Every action may be repeated: who carries it out writes down what became of it. */
export type ExperimentAction =
  | { readonly kind: 'start'; readonly run: ExperimentRun }
  | {
      readonly kind: 'stop';
      readonly run: string;
      readonly team: string;
      readonly outcome: 'completed' | 'stopped';
      readonly reason: string;
    }
  /** Its time passed while nobody could begin it. */
  | { readonly kind: 'refuse'; readonly run: ExperimentRun; readonly reason: string }
  /** `id` is that of the entry to write. */
  | { readonly kind: 'announce'; readonly id: string; readonly text: string };

/** What of the day an experiment depends on. */
export interface Stagecraft {
  readonly event: GameDayEvent;
  readonly cards: readonly ExperimentCard[];
  /** The log that holds, oldest first. */
  readonly entries: readonly DatedEntry[];
  readonly timeline: Timeline;
  readonly phase: Phase;
  readonly eventSeconds: number;
  readonly now: Instant;
}

/**
 * What plan, orders and log ask for now: runs that are due begin, those whose time is up or that were stopped end, and what is to
 * be announced is. Nothing begins while the event does not run; what is under way when it ends is taken back. In an event of the informed
 * style nothing begins or goes on that a guardrail refuses.
 */
export function dueActions(day: Stagecraft): readonly ExperimentAction[] {
  const { cards, entries, timeline, phase, eventSeconds } = day;
  const states = runsOf(entries);
  const wanted = wantedRuns(day);
  const stops = entries.flatMap(({ at, entry }) => (entry.type === 'stop-ordered' ? [{ at, run: entry.run }] : []));
  const isStopped = (run: string, since: number): boolean =>
    stops.some((stop) => stop.at >= since && (stop.run ?? run) === run);
  const isCalledOff = ({ run, atSeconds }: ExperimentRun): boolean =>
    stops.some((stop) => stop.run === run) ||
    isStopped(run, orderedAt(entries, run) ?? instantOf(timeline, atSeconds) ?? Infinity);
  const isOver = (team: string): boolean =>
    phase === 'ended' || phase === 'closed' || eventSeconds >= endsSecondsOf(timeline, team);

  const begin = (run: ExperimentRun): ExperimentAction[] => {
    const known = states.get(run.run);
    if (known !== undefined && known.state !== 'ordered') return [];
    if (isCalledOff(run)) return [{ kind: 'refuse', run, reason: 'it was stopped before it began' }];
    if (eventSeconds < run.atSeconds) return [];
    if (isOver(run.team) || eventSeconds >= run.atSeconds + run.forSeconds)
      return [{ kind: 'refuse', run, reason: 'its time passed before it could begin' }];
    if (phase !== 'running') return [];
    const refusal = beginRefusal(day, run, 'later');
    return [refusal === undefined ? { kind: 'start', run } : { kind: 'refuse', run, reason: refusal }];
  };

  const end = (state: RunState): ExperimentAction[] => {
    if (state.state !== 'running') return [];
    const { run, experiment, team, startedAt } = state;
    const stop = (outcome: 'completed' | 'stopped', reason: string): ExperimentAction[] => [
      { kind: 'stop', run, team, outcome, reason },
    ];
    if (isStopped(run, startedAt)) return stop('stopped', 'the organizer stopped it');
    const lasts = wanted.get(run)?.forSeconds ?? durationOf(cards, experiment);
    if (eventSeconds >= secondsAt(timeline, startedAt) + lasts) return stop('completed', 'its time was up');
    const refusal = endRefusal(day, state);
    if (refusal !== undefined) return stop('stopped', refusal);
    return isOver(team) ? stop('stopped', 'the event ended') : [];
  };

  return [
    ...[...states.values()].flatMap(end),
    ...[...wanted.values()].flatMap(begin),
    ...(phase === 'running' && day.event.informed === undefined ? announcements(day, states) : []),
  ];
}

/**
 * All runs that plan and orders ask for, whatever became of them, by their ids. What an event of the informed style plans are kick-offs,
 * which only its desk turns into orders.
 */
export function wantedRuns({
  event,
  cards,
  entries,
  timeline,
}: Pick<Stagecraft, 'event' | 'cards' | 'entries' | 'timeline'>): ReadonlyMap<string, ExperimentRun> {
  const planned = event.informed === undefined ? plannedRuns(event, (id) => durationOf(cards, id)) : [];
  return new Map([...planned, ...orderedRuns(entries, timeline)].map((run) => [run.run, run]));
}

const durationOf = (cards: readonly ExperimentCard[], experiment: string): number =>
  cards.find(({ id }) => id === experiment)?.durationSeconds ?? 0;

/** Orders of the log as runs: due at once. */
const orderedRuns = (entries: readonly DatedEntry[], timeline: Timeline): ExperimentRun[] =>
  entries.flatMap(({ at, entry }) =>
    entry.type === 'experiment-ordered'
      ? [
          {
            run: entry.run,
            experiment: entry.experiment,
            team: entry.team,
            atSeconds: secondsAt(timeline, at),
            forSeconds: entry.seconds,
          },
        ]
      : [],
  );

const orderedAt = (entries: readonly DatedEntry[], run: string): number | undefined =>
  entries.find(({ entry }) => entry.type === 'experiment-ordered' && entry.run === run)?.at;

/**
 * One announcement for each experiment of the event file, however many teams it hits, at its planned instant and not at a team's own,
 * which nobody else may learn of; none for what was refused everywhere, and none for orders, which the organizer announces.
 */
function announcements(
  { event, cards, entries, eventSeconds }: Stagecraft,
  states: ReadonlyMap<string, RunState>,
): ExperimentAction[] {
  const told = new Set(entries.map(({ entry }) => entry.id));
  const planned = plannedTogether(event);
  return event.experiments.flatMap(({ experiment, atSeconds }, index): ExperimentAction[] => {
    const announcement = cards.find(({ id }) => id === experiment)?.announcement;
    if (announcement === undefined || announcement.mode === 'silent') return [];
    const id = `${experiment}-${index}-announced`;
    if (told.has(id) || eventSeconds < atSeconds + announcement.afterSeconds) return [];
    const began = planned[index]?.some((run) => {
      const state = states.get(run)?.state;
      return state === 'running' || state === 'ended';
    });
    return began === true ? [{ kind: 'announce', id, text: announcement.text }] : [];
  });
}
