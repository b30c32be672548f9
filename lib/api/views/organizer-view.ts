import { z } from '@hono/zod-openapi';
import type { GameTeam } from '../../core/game';
import { offeredSteps } from '../../core/score/service';
import { spendAllowance } from '../../core/score/spend';
import { endsSecondsOf, secondsAt } from '../../core/time/timeline';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { questionSchema, questionsOf } from './questions';

const teamSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    rank: z.int(),
    /** What the audience sees, which stands still while the board is frozen. */
    shownRank: z.int(),
    points: z.number(),
    shownPoints: z.number(),
    served: z.number(),
    spendUsd: z.number(),
    spendUsdPerHour: z.number(),
    /** Of the newest round: what may be spent for nothing, and the mean that is held against it. */
    allowanceUsdPerHour: z.number(),
    meanUsdPerHour: z.number(),
    verdict: z.enum(['ok', 'degraded', 'faulty', 'down', 'unchecked']),
    uncheckedRounds: z.int(),
    /** Event time up to which anything was measured; null before the first measurement. */
    measuredSeconds: z.number().nullable(),
    /** Event time at which the event ends for it. */
    endsSeconds: z.number(),
    /** Event time since which customers are not served well; null when they are. */
    impactSince: z.number().nullable(),
    declared: z.boolean(),
    /** Planned traffic times this, by changes for this team alone. */
    trafficFactor: z.number(),
    /** Weaknesses that are gone, as they were observed. */
    repaired: z.array(z.string()),
    /** What the newest measurement noted. */
    flags: z.array(z.string()),
  })
  .openapi('OrganizerTeam');

export const organizerViewSchema = z
  .strictObject({
    event: z.strictObject({ name: z.string(), scenario: z.string(), startsAt: z.string(), roundSeconds: z.number() }),
    clock: z.strictObject({
      phase: z.enum(['waiting', 'running', 'paused', 'ended', 'closed']),
      eventSeconds: z.number(),
      endsSeconds: z.number(),
      asOf: z.string(),
      speed: z.number(),
    }),
    freeze: z.strictObject({
      /** The audience’s view stands still now. */
      frozen: z.boolean(),
      /** Event time of the freeze that holds or is planned; null when none is. */
      atSeconds: z.number().nullable(),
      revealed: z.boolean(),
    }),
    traffic: z.strictObject({
      /** Planned steps per second and team, now, by everything but a team’s own changes. */
      stepsPerSecond: z.number(),
      /** The same over the whole event, evenly spaced from 0 to `clock.endsSeconds`. */
      plan: z.array(z.number()),
      factor: z.number(),
    }),
    /** When `started` or `resumed` takes effect that was asked for already; null when nothing comes. */
    comes: z.strictObject({ id: z.string(), type: z.enum(['started', 'resumed']), at: z.string() }).nullable(),
    /** The true order, best first. */
    teams: z.array(teamSchema),
    /** All that were planted. */
    weaknesses: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    questions: z.array(questionSchema),
    announcements: z.array(z.strictObject({ id: z.string(), atSeconds: z.number(), text: z.string() })),
    problems: z.array(z.strictObject({ about: z.string(), message: z.string() })),
    /** What can be done to the day here. */
    steering: z.array(z.string()),
  })
  .openapi('OrganizerView');
export type OrganizerView = z.infer<typeof organizerViewSchema>;

/** Everything of the day: the frozen order and the true one. */
export function organizerView(ports: ApiPorts, reading: Reading): OrganizerView {
  const { event, game, snapshot, day } = reading;
  const { entries, timeline } = day;
  const factors = factorsOf(reading);
  const isOver = day.phase === 'ended' || day.phase === 'closed';
  const plannedFreeze =
    event.freezeSeconds > 0 && !isOver ? Math.max(0, event.durationSeconds - event.freezeSeconds) : null;
  return {
    event: {
      name: event.name,
      scenario: event.scenario,
      startsAt: new Date(event.startsAt).toISOString(),
      roundSeconds: event.roundSeconds,
    },
    clock: { ...snapshot.clock },
    freeze: {
      frozen: snapshot.freeze.frozen,
      atSeconds: day.freeze.at === null ? plannedFreeze : secondsAt(timeline, day.freeze.at),
      revealed: snapshot.freeze.revealed,
    },
    traffic: {
      stepsPerSecond: snapshot.traffic.stepsPerSecond,
      plan: [...snapshot.traffic.plan],
      factor: factors.get(undefined) ?? 1,
    },
    comes: comingOf(reading),
    teams: game.teams.map((played) => teamOf(reading, played, factors.get(played.team) ?? 1)),
    weaknesses: event.weaknesses.map(({ id, title }) => ({ id, title })),
    questions: questionsOf(day),
    announcements: entries.flatMap(({ at, entry }) =>
      entry.type === 'announced' ? [{ id: entry.id, atSeconds: secondsAt(timeline, at), text: entry.text }] : [],
    ),
    problems: game.problems.map((problem) => ({ ...problem })),
    steering: [...ports.steering],
  };
}

/** The newest factor of each team, and of everybody. */
const factorsOf = ({ day }: Reading): ReadonlyMap<string | undefined, number> =>
  new Map(day.entries.flatMap(({ entry }) => (entry.type === 'traffic' ? [[entry.team, entry.factor] as const] : [])));

function comingOf({ log, now }: Reading): OrganizerView['comes'] {
  const calledOff = new Set(log.flatMap((entry) => (entry.type === 'retracted' ? [entry.entry] : [])));
  const coming = log.find(
    (entry) =>
      (entry.type === 'started' || entry.type === 'resumed') && Date.parse(entry.at) > now && !calledOff.has(entry.id),
  );
  return coming?.type === 'started' || coming?.type === 'resumed'
    ? { id: coming.id, type: coming.type, at: coming.at }
    : null;
}

function teamOf(reading: Reading, played: GameTeam, trafficFactor: number): OrganizerView['teams'][number] {
  const { event, snapshot, day, rounds: records } = reading;
  const { team: id, rank, points, served, spendUsd, verdict, rounds, impacts } = played;
  const shown = snapshot.teams.find((each) => each.id === id);
  const open = impacts.find(({ endSeconds }) => endSeconds === null);
  const newest = rounds.at(-1);
  const measured = records.reduce((latest, { round, teams }) => {
    const measurement = teams[id];
    return measurement !== undefined && offeredSteps(measurement) > 0 ? Math.max(latest, round + 1) : latest;
  }, 0);
  return {
    id,
    name: event.teams.find((team) => team.id === id)?.name ?? id,
    rank,
    shownRank: shown?.rank ?? rank,
    points,
    shownPoints: shown?.points ?? points,
    served,
    spendUsd,
    spendUsdPerHour: newest?.spendUsdPerHour ?? 0,
    allowanceUsdPerHour: spendAllowance(event.rules, (newest?.planned ?? 0) / event.roundSeconds),
    meanUsdPerHour: newest?.meanUsdPerHour ?? 0,
    verdict,
    uncheckedRounds: rounds.filter((round) => round.verdict === 'unchecked').length,
    measuredSeconds: measured === 0 ? null : measured * event.roundSeconds,
    endsSeconds: endsSecondsOf(day.timeline, id),
    impactSince: open?.startSeconds ?? null,
    declared: open !== undefined && open.declaredAtSeconds !== null,
    trafficFactor,
    repaired: day.entries.flatMap(({ entry }) =>
      entry.type === 'repaired' && entry.team === id ? [entry.weakness] : [],
    ),
    flags: [...(newest?.measurement?.flags ?? [])],
  };
}
