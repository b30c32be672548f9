import { z } from 'zod/mini';
import type { Snapshot } from '../../lib/core/view/snapshot';

// A strict content policy forbids the code generation that zod tries by default; a refused try would still be reported.
z.config({ jitless: true });

const number = z.number();
const count = z.int().check(z.nonnegative());
const verdict = z.enum(['ok', 'degraded', 'faulty', 'down', 'unchecked']);

const incident = z.strictObject({
  startSeconds: number,
  declaredAtSeconds: z.nullable(number),
  endSeconds: z.nullable(number),
  cause: z.nullable(z.string()),
});

const team = z.strictObject({
  id: z.string(),
  name: z.string(),
  rank: count,
  previousRank: count,
  points: number,
  gained: number,
  trend: z.array(number),
  verdict,
  served: number,
  spendUsdPerHour: number,
  impactSince: z.nullable(number),
  declared: z.boolean(),
  history: z.array(number),
  incidents: z.array(incident),
  frozenRank: z.nullable(count),
});

const rules = z.strictObject({
  worth: z.strictObject({ fast: number, acceptable: number, slow: number, faulty: number, failed: number }),
  bands: z.strictObject({ fastMs: number, acceptableMs: number, timeoutMs: number }),
  objective: number,
  spend: z.strictObject({
    baseUsdPerHour: number,
    usdPerHourPerRps: number,
    weight: number,
    cap: number,
    windowSeconds: number,
  }),
  detect: z.strictObject({ refund: number, withinSeconds: number, falseAlarmSeconds: number }),
  recover: z.strictObject({ refund: number, withinSeconds: number }),
});

const spotlight = z.strictObject({
  kind: z.enum(['recovered', 'declared', 'gained']),
  team: z.string(),
  round: count,
  value: number,
});

const award = z.strictObject({
  kind: z.enum(['detection', 'availability', 'value', 'improved', 'comeback']),
  teams: z.array(z.string()),
  value: z.nullable(number),
});

const news = z.strictObject({
  atSeconds: number,
  kind: z.enum(['announcement', 'impact', 'declared', 'recovered', 'experiment', 'clock']),
  team: z.nullable(z.string()),
  text: z.string(),
});

/** `scoreboard.json` as it comes from outside. */
const snapshotSchema: z.ZodMiniType<Snapshot> = z.strictObject({
  version: z.literal(1),
  event: z.strictObject({
    name: z.string(),
    scenario: z.string(),
    startsAt: z.iso.datetime(),
    roundSeconds: number,
    freezeSeconds: number,
    hintSeconds: z.nullable(number),
    rules,
  }),
  clock: z.strictObject({
    phase: z.enum(['waiting', 'running', 'paused', 'ended', 'closed']),
    eventSeconds: number,
    endsSeconds: number,
    asOf: z.iso.datetime(),
    speed: number,
  }),
  freeze: z.strictObject({ frozen: z.boolean(), atSeconds: z.nullable(number), revealed: z.boolean() }),
  traffic: z.strictObject({ stepsPerSecond: number, plan: z.array(number) }),
  rounds: count,
  historyRounds: z.array(count),
  teams: z.array(team),
  news: z.array(news),
  spotlights: z.array(spotlight),
  awards: z.nullable(z.array(award)),
});

/** The snapshot in a parsed JSON value; throws a `ZodError` when it is anything else. */
export function parseSnapshot(value: unknown): Snapshot {
  return z.parse(snapshotSchema, value);
}
