import { z } from 'zod';

/** The classes that a step of a journey can fall into; every step is in exactly one. */
export const stepClasses = ['fast', 'acceptable', 'slow', 'faulty', 'failed'] as const;
export type StepClass = (typeof stepClasses)[number];

/** Steps per class: what the engine saw. */
export type Counts = Readonly<Record<StepClass, number>>;

const count = z.number().int().nonnegative();

/** One team's measurement of one round. `spendUsdPerHour` is absent when the team's resources could not be observed; `planned`, steps that the round is worth, where the event's traffic plan tells it. */
export const measurementSchema = z.strictObject({
  expected: count,
  fast: count,
  acceptable: count,
  slow: count,
  faulty: count,
  failed: count,
  p50Ms: z.number().nonnegative(),
  p95Ms: z.number().nonnegative(),
  spendUsdPerHour: z.number().min(0).max(1_000_000).optional(),
  planned: count.optional(),
  flags: z.array(z.string()),
});
export type Measurement = z.infer<typeof measurementSchema>;

/** One line of `rounds.jsonl`. `round` counts from 0 in event time; `startsAt` is on the event's calendar. */
export const roundRecordSchema = z.strictObject({
  round: z.number().int().nonnegative(),
  startsAt: z.iso.datetime({ offset: true }),
  teams: z.record(z.string(), measurementSchema),
});
export type RoundRecord = z.infer<typeof roundRecordSchema>;

const entryBase = {
  id: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  by: z.string().regex(/^(organizer|scorer|team:.+|villain:.+|bot:.+|person:.+)$/),
};
const entry = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  z.strictObject({ ...entryBase, type: z.literal(type), ...fields });
const teamId = z.string().min(1);
const text = z.string().max(2000);
const version = z.string().min(1).max(64);
const kickOff = z.number().int().min(1).max(10_000);
const runSeconds = z.number().positive().max(43_200);
const logicalId = z.string().min(1).max(255);

/** Where a setting stands below a resource's properties; steps into lists are places, or the keys of their items. */
const settingPath = z.array(z.string().min(1).max(255)).min(1).max(12);
const settingValue = z.union([z.number(), z.boolean(), z.string().max(500), z.array(z.string().max(500)).max(50)]);

/** One setting of a resource as it shall be; without a value it is taken away. */
export const settingChangeSchema = z.strictObject({
  resource: logicalId,
  path: settingPath,
  value: settingValue.optional(),
});
export type SettingChange = z.infer<typeof settingChangeSchema>;
export type SettingValue = z.infer<typeof settingValue>;

/** What consoles make with one click, of a resource that there is. */
export const creations = ['instance', 'target-tracking', 'reboot-alarm', 'nat-gateway', 'route', 'ingress'] as const;
export type Creation = (typeof creations)[number];

/** What people do to a server (by its name in the arena), or (`redeploy`, `replace`) to a resource. */
export const operations = ['reboot', 'stop', 'start', 'terminate', 'redeploy', 'replace'] as const;
export type Operation = (typeof operations)[number];

/**
 * One line of `log.jsonl`: a fact of the day. `seat` to `operated` are what people do to a team of a rehearsal, `repair-made` is what its
 * bot does; `repaired` is what is seen of either. A `stop-ordered` without a run is for all that are under way. Rounds in `voided` are round numbers, both ends included. Bounds of numbers lie far
 * beyond any real day; they keep every sum of the fold finite. A `version` is what an experiment was when somebody said that of it; a
 * `kickOff` is the place of an experiment in an informed event's list, from 1; `approved` without an experiment is for any that needs no
 * approval of its own; a `ref` is what the chat knows a message by.
 */
export const logEntrySchema = z.discriminatedUnion('type', [
  entry('started', {}),
  entry('paused', {}),
  entry('resumed', {}),
  entry('extended', { seconds: z.number().positive().max(604_800), team: teamId.optional() }),
  entry('traffic', { factor: z.number().min(0).max(1000), team: teamId.optional() }),
  entry('announced', { text }),
  entry('asked', { team: teamId, text }),
  entry('answered', { to: z.string(), text, public: z.boolean() }),
  entry('adjusted', { team: teamId, points: z.number().min(-1e9).max(1e9), reason: text }),
  entry('hint', { team: teamId, weakness: z.string(), level: z.number().int().min(1) }),
  entry('incident-declared', { team: teamId, text }),
  entry('incident-updated', { team: teamId, text, audience: z.enum(['internal', 'external']) }),
  entry('incident-resolved', { team: teamId }),
  entry('experiment-ordered', { run: z.string(), experiment: z.string(), team: teamId, seconds: runSeconds }),
  entry('experiment-started', { run: z.string(), experiment: z.string(), team: teamId }),
  entry('experiment-ended', { run: z.string(), outcome: z.string(), reason: text }),
  entry('experiment-refused', { run: z.string(), experiment: z.string(), team: teamId, reason: text }),
  entry('stop-ordered', { run: z.string().optional() }),
  entry('seat', { team: teamId, taken: z.boolean() }),
  entry('settings-changed', { team: teamId, changes: z.array(settingChangeSchema).min(1).max(50) }),
  entry('resource-created', { team: teamId, resource: logicalId, creation: z.enum(creations), of: logicalId }),
  entry('resource-deleted', { team: teamId, resource: logicalId }),
  entry('operated', { team: teamId, operation: z.enum(operations), on: logicalId }),
  entry('repair-made', { team: teamId, weakness: z.string() }),
  entry('repaired', { team: teamId, weakness: z.string() }),
  entry('endpoint', { team: teamId, url: z.string() }),
  entry('vote', { experiment: z.string(), environment: z.string(), voter: z.string() }),
  entry('drafted', { experiment: z.string(), version }),
  entry('reviewed', { experiment: z.string(), version }),
  entry('rehearsed', { experiment: z.string(), version, where: z.string() }),
  entry('approved', { environment: z.string(), experiment: z.string().optional(), version: version.optional() }),
  entry('kicked-off', { kickOff, experiment: z.string() }),
  entry('decided', { kickOff, environment: z.string(), reason: text }),
  entry('agreed', { kickOff, environment: z.string() }),
  entry('called-off', { kickOff, guardrail: z.string(), reason: text }),
  entry('alarmed', {
    alarm: z.string(),
    state: z.enum(['ok', 'alarm', 'insufficient-data']),
    environment: z.string().optional(),
    team: teamId.optional(),
  }),
  entry('posted', { message: z.string(), ref: z.string() }),
  entry('chat-failed', { message: z.string(), reason: text }),
  entry('voided', { from: count, to: count, team: teamId.optional(), reason: text }),
  entry('retracted', { entry: z.string(), reason: text }),
  entry('frozen', {}),
  entry('revealed', {}),
  entry('closed', {}),
]);
export type LogEntry = z.infer<typeof logEntrySchema>;
/** An entry before anybody has said when it is of. */
export type UndatedEntry = LogEntry extends infer Entry ? (Entry extends LogEntry ? Omit<Entry, 'at'> : never) : never;
export type LogEntryOf<T extends LogEntry['type']> = Extract<LogEntry, { type: T }>;
