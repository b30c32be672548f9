import { z } from '@hono/zod-openapi';
import type { LedgerLine } from '../../core/score/ledger';
import { reasonOf } from '../../core/score/reasons';
import { spendAllowance } from '../../core/score/spend';
import type { GameRound } from '../../core/score/team-rounds';
import { stepClasses } from '../../core/records/records';
import { teamDay } from '../../core/time/day';
import { secondsAt } from '../../core/time/timeline';
import { stepsPerSecondAt, trafficFactors } from '../../core/time/traffic';
import { audienceDay } from '../../core/view/audience';
import { clockOf, freezeOf } from '../../core/view/snapshot';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { hintSchema, hintShelf } from './hint-shelf';
import { offerSchema, offersOf } from './offers';
import { questionSchema, questionsFor } from './questions';

const count = z.int();
const verdictSchema = z.enum(['ok', 'degraded', 'faulty', 'down', 'unchecked']);
export const lineSchema = z
  .strictObject({
    atSeconds: z.number(),
    round: count,
    rule: z.string(),
    points: z.number(),
    reason: z.string(),
  })
  .openapi('LedgerLine');

const roundSchema = z
  .strictObject({
    round: count,
    verdict: verdictSchema,
    /** Planned steps. */
    planned: z.number(),
    /** Steps by class; null where nothing was measured. */
    counts: z.strictObject({ fast: count, acceptable: count, slow: count, faulty: count, failed: count }).nullable(),
    p50Ms: z.number().nullable(),
    p95Ms: z.number().nullable(),
    spendUsdPerHour: z.number(),
    meanUsdPerHour: z.number(),
    allowanceUsdPerHour: z.number(),
  })
  .openapi('TeamRound');

const impactSchema = z
  .strictObject({
    startSeconds: z.number(),
    endSeconds: z.number().nullable(),
    declaredAtSeconds: z.number().nullable(),
    loss: z.number(),
    refunds: z.strictObject({ detection: z.number(), recovery: z.number() }),
  })
  .openapi('Impact');

const messageSchema = z
  .strictObject({
    id: z.string(),
    atSeconds: z.number(),
    kind: z.enum(['declared', 'updated', 'resolved']),
    text: z.string().nullable(),
    audience: z.enum(['internal', 'external']).nullable(),
  })
  .openapi('Message');

const rulesSchema = z
  .strictObject({
    roundSeconds: z.number(),
    fastMs: z.number(),
    acceptableMs: z.number(),
    /** Share of steps served well, 0 to 1, below which an impact begins. */
    objective: z.number(),
    /** What declaring, and ending, an impact at once gives back of its loss, 0 to 1, and after how long it gives nothing. */
    detect: z.strictObject({ refund: z.number(), withinSeconds: z.number() }),
    recover: z.strictObject({ refund: z.number(), withinSeconds: z.number() }),
  })
  .openapi('TeamRules');

export const teamViewSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    event: z.string(),
    clock: z.strictObject({
      phase: z.enum(['waiting', 'running', 'paused', 'ended', 'closed']),
      eventSeconds: z.number(),
      endsSeconds: z.number(),
      asOf: z.string(),
      speed: z.number(),
    }),
    /** Of the audience's board: this view never freezes. */
    freeze: z.strictObject({ frozen: z.boolean(), atSeconds: z.number().nullable(), revealed: z.boolean() }),
    /** The team's planned steps per second: now, and over the whole event, evenly spaced from 0 to its end. */
    traffic: z.strictObject({ stepsPerSecond: z.number(), plan: z.array(z.number()) }),
    rules: rulesSchema,
    /** Points that a declaration costs now when it belongs to no impact. */
    falseAlarmPoints: z.number(),
    points: z.number(),
    /** Points since the newest round that counts began. */
    gained: z.number(),
    served: z.number(),
    spendUsd: z.number(),
    verdict: verdictSchema,
    /** The newest lines, newest first. */
    lines: z.array(lineSchema),
    rounds: z.array(roundSchema),
    impacts: z.array(impactSchema),
    /** The impact that is open now; null when there is none. */
    openImpact: impactSchema.nullable(),
    messages: z.array(messageSchema),
    hints: z.array(hintSchema),
    questions: z.array(questionSchema),
    announcements: z.array(z.strictObject({ atSeconds: z.number(), text: z.string() })),
    endpoint: z.string().nullable(),
    offers: z.array(offerSchema),
    /** Regions of AWS that the team's account may use, the usual one first. */
    regions: z.array(z.string()),
  })
  .openapi('TeamView');
export type TeamView = z.infer<typeof teamViewSchema>;

/** A page shows no more without asking for the ledger. */
const MOST_LINES = 50;
/** Three hours of minutes: what a graph can show. */
const MOST_ROUNDS = 180;
/** Drawn, never counted: two decimals are enough. */
const PLAN_POINTS = 120;

/**
 * How a team stands, for itself: its own score as it truly is, and nothing that another team's score could be told from, a rank least of all.
 */
export function teamView(ports: ApiPorts, reading: Reading, id: string): TeamView {
  const { event, log, day, live } = reading;
  const { lines, rounds, impacts, points, served, spendUsd, verdict } = reading.team(id);
  const newest = rounds.at(-1)?.round ?? 0;
  const { phase, eventSeconds, endsSeconds } = teamDay(day, id);
  const factors = trafficFactors(day.entries, day.timeline, id);
  const rateAt = (seconds: number): number => stepsPerSecondAt(event, seconds, factors);
  const stepsPerSecond = rateAt(eventSeconds);
  const { detect, recover, bands, objective, worth } = event.rules;
  const gained = lines.filter(({ round }) => round >= newest).reduce((sum, line) => sum + line.points, 0);
  return {
    id,
    name: event.teams.find((team) => team.id === id)?.name ?? id,
    event: event.name,
    clock: { ...clockOf(day, live), phase, eventSeconds, endsSeconds },
    freeze: { ...freezeOf(day, audienceDay(event, log, day).eventSeconds) },
    traffic: {
      stepsPerSecond,
      plan: Array.from({ length: PLAN_POINTS }, (_, point) =>
        Number(rateAt((point * endsSeconds) / (PLAN_POINTS - 1)).toFixed(2)),
      ),
    },
    rules: {
      roundSeconds: event.roundSeconds,
      fastMs: bands.fastMs,
      acceptableMs: bands.acceptableMs,
      objective,
      detect: { refund: detect.refund, withinSeconds: detect.withinSeconds },
      recover: { ...recover },
    },
    falseAlarmPoints: detect.falseAlarmSeconds * stepsPerSecond * worth.fast,
    points,
    gained,
    served,
    spendUsd,
    verdict,
    lines: ledgerLines(reading, lines.slice(-MOST_LINES)).reverse(),
    rounds: rounds.slice(-MOST_ROUNDS).map((round) => roundOf(reading, round)),
    impacts: impacts.map(impactOf),
    openImpact: impacts.filter(({ endSeconds }) => endSeconds === null).map(impactOf)[0] ?? null,
    messages: messagesOf(reading, id),
    hints: hintShelf(ports, reading, id),
    questions: questionsFor(day, id),
    announcements: day.entries.flatMap(({ at, entry }) =>
      entry.type === 'announced' ? [{ atSeconds: secondsAt(day.timeline, at), text: entry.text }] : [],
    ),
    endpoint:
      day.entries.flatMap(({ entry }) => (entry.type === 'endpoint' && entry.team === id ? [entry.url] : [])).at(-1) ??
      null,
    offers: offersOf(ports),
    regions: event.accounts.regions.length === 0 ? ['us-east-1'] : [...event.accounts.regions],
  };
}

/** Ledger lines with their reasons in words, in their order. */
export const ledgerLines = ({ event, day }: Reading, lines: readonly LedgerLine[]): z.infer<typeof lineSchema>[] =>
  lines.map((line) => ({
    atSeconds: secondsAt(day.timeline, line.at),
    round: line.round,
    rule: line.rule,
    points: line.points,
    reason: reasonOf(line, event),
  }));

function roundOf({ event }: Reading, played: GameRound): z.infer<typeof roundSchema> {
  const { round, verdict, planned, measurement, spendUsdPerHour, meanUsdPerHour } = played;
  const { fast, acceptable, slow, faulty, failed, p50Ms, p95Ms } = measurement ?? {};
  const counts = { fast, acceptable, slow, faulty, failed } as NonNullable<z.infer<typeof roundSchema>['counts']>;
  return {
    round,
    verdict,
    planned,
    counts: stepClasses.every((each) => counts[each] !== undefined) ? counts : null,
    p50Ms: p50Ms ?? null,
    p95Ms: p95Ms ?? null,
    spendUsdPerHour,
    meanUsdPerHour,
    allowanceUsdPerHour: spendAllowance(event.rules, planned / event.roundSeconds),
  };
}

function impactOf({
  startSeconds,
  endSeconds,
  declaredAtSeconds,
  loss,
  refunds,
}: z.infer<typeof impactSchema>): z.infer<typeof impactSchema> {
  return { startSeconds, endSeconds, declaredAtSeconds, loss, refunds: { ...refunds } };
}

function messagesOf({ day }: Reading, team: string): z.infer<typeof messageSchema>[] {
  return day.entries.flatMap(({ at, entry }): z.infer<typeof messageSchema>[] => {
    if (!('team' in entry) || entry.team !== team) return [];
    const base = { id: entry.id, atSeconds: secondsAt(day.timeline, at) };
    if (entry.type === 'incident-declared') return [{ ...base, kind: 'declared', text: entry.text, audience: null }];
    if (entry.type === 'incident-updated') {
      return [{ ...base, kind: 'updated', text: entry.text, audience: entry.audience }];
    }
    return entry.type === 'incident-resolved' ? [{ ...base, kind: 'resolved', text: null, audience: null }] : [];
  });
}
