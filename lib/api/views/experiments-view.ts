import { z } from '@hono/zod-openapi';
import { wantedRuns } from '../../core/experiments/conduct';
import { runsOf, type RunState } from '../../core/experiments/runs';
import { incidentsOf } from '../../core/incidents/incidents';
import { outcomesOf, type ExperimentOutcome } from '../../core/incidents/outcomes';
import { secondsAt } from '../../core/time/timeline';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';

const cardSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    failureClass: z.string(),
    fault: z.string(),
    hypothesis: z.string(),
    /** What is hit, in words. */
    target: z.string(),
    story: z.string(),
    signals: z.array(z.string()),
    repair: z.string(),
    durationSeconds: z.number(),
    recoversWithinSeconds: z.number(),
    announcement: z.enum(['silent', 'announced', 'misleading']),
  })
  .openapi('Experiment');

const runSchema = z
  .strictObject({
    run: z.string(),
    experiment: z.string(),
    team: z.string(),
    state: z.enum(['planned', 'ordered', 'running', 'ended', 'refused']),
    /** By the event file; false: somebody ordered it on the day. */
    planned: z.boolean(),
    /** Somebody has ordered its end, or that it does not begin, which has yet to come. */
    stopOrdered: z.boolean(),
    /** Event time at which it is to begin; null where neither plan nor order says. */
    dueSeconds: z.number().nullable(),
    forSeconds: z.number().nullable(),
    startedAtSeconds: z.number().nullable(),
    endedAtSeconds: z.number().nullable(),
    outcome: z.string().nullable(),
    /** Why it could not be applied. */
    reason: z.string().nullable(),
    effect: z.enum(['none', 'felt', 'already suffering', 'rode out', 'unnoticed so far', 'unmeasured']).nullable(),
    secondsToDetect: z.number().nullable(),
    secondsToRecover: z.number().nullable(),
    hypothesis: z.string().nullable(),
  })
  .openapi('ExperimentRun');
type Run = z.infer<typeof runSchema>;

export const experimentsViewSchema = z
  .strictObject({
    experiments: z.array(cardSchema),
    /** By the instant at which they are due, planned and ordered ones alike. */
    runs: z.array(runSchema),
  })
  .openapi('ExperimentsView');
export type ExperimentsView = z.infer<typeof experimentsViewSchema>;

/** What can be broken, what is planned, and what has become of it. */
export function experimentsView({ event, experiments }: ApiPorts, { day, game }: Reading): ExperimentsView {
  const { entries, timeline } = day;
  const wanted = wantedRuns({ event, cards: experiments, entries, timeline });
  const states = runsOf(entries);
  const outcomes = new Map(
    outcomesOf(event, game, incidentsOf(event, game), experiments).map((outcome) => [outcome.run, outcome]),
  );
  const ordered = new Set(entries.flatMap(({ entry }) => (entry.type === 'experiment-ordered' ? [entry.run] : [])));
  const stops = entries.flatMap(({ at, entry }) => (entry.type === 'stop-ordered' ? [{ at, run: entry.run }] : []));

  const runs = [...new Set([...wanted.keys(), ...states.keys()])].map((run): Run => {
    const due = wanted.get(run);
    const state = states.get(run);
    const began = state !== undefined && 'startedAt' in state ? state.startedAt : undefined;
    return {
      run,
      experiment: state?.experiment ?? due?.experiment ?? '',
      team: state?.team ?? due?.team ?? '',
      planned: due !== undefined && !ordered.has(run),
      stopOrdered:
        state?.state !== 'ended' &&
        state?.state !== 'refused' &&
        stops.some((stop) => stop.run === run || (stop.run === undefined && stop.at >= (began ?? Infinity))),
      dueSeconds: due?.atSeconds ?? null,
      forSeconds: due?.forSeconds ?? null,
      startedAtSeconds: began === undefined ? null : secondsAt(timeline, began),
      ...becameOf(state, outcomes.get(run)),
    };
  });
  return {
    experiments: experiments.map(({ fault, kickOff, announcement, signals, ...card }) => ({
      id: card.id,
      title: card.title,
      failureClass: card.failureClass,
      fault: fault.kind,
      hypothesis: card.hypothesis,
      target: kickOff.target,
      story: kickOff.story,
      signals: [...signals],
      repair: card.repair,
      durationSeconds: card.durationSeconds,
      recoversWithinSeconds: card.recoversWithinSeconds,
      announcement: announcement.mode,
    })),
    runs: runs.sort((a, b) => instantOf(a) - instantOf(b)),
  };
}

const instantOf = ({ startedAtSeconds, dueSeconds }: Run): number => startedAtSeconds ?? dueSeconds ?? 0;

function becameOf(
  state: RunState | undefined,
  outcome: ExperimentOutcome | undefined,
): Pick<
  Run,
  'state' | 'endedAtSeconds' | 'outcome' | 'reason' | 'effect' | 'secondsToDetect' | 'secondsToRecover' | 'hypothesis'
> {
  return {
    state: state?.state ?? 'planned',
    endedAtSeconds: outcome?.endedAtSeconds ?? null,
    outcome: state?.state === 'ended' ? state.outcome : null,
    reason: state?.state === 'refused' ? state.reason : null,
    effect: outcome?.effect ?? null,
    secondsToDetect: outcome?.secondsToDetect ?? null,
    secondsToRecover: outcome?.secondsToRecover ?? null,
    hypothesis: outcome?.hypothesis ?? null,
  };
}
