import type { GameDayEvent, Instant } from '../../lib/core/event/event';
import type { LogEntry, LogEntryOf, Measurement, RoundRecord } from '../../lib/core/records/records';

/** Event time 0 of every event built here, unless a log starts it elsewhere. */
export const START: Instant = Date.parse('2026-12-10T08:00:00Z');

/** An instant of event time on the calendar of an event that was never paused. */
export const at = (eventSeconds: number): Instant => START + eventSeconds * 1000;

export const iso = (instant: Instant): string => new Date(instant).toISOString();

/** Two teams, ten rounds of a minute at one step a second, no freeze, the rules of the event file's defaults. */
export function anEvent(parts: Partial<GameDayEvent> = {}): GameDayEvent {
  return {
    name: 'Test GameDay',
    scenario: 'rental-market',
    startsAt: START,
    durationSeconds: 600,
    roundSeconds: 60,
    freezeSeconds: 0,
    teams: [
      { id: 'blue', name: 'Blue Whales', account: '111111111111' },
      { id: 'red', name: 'Red Foxes', account: '222222222222' },
    ],
    traffic: [{ atSeconds: 0, stepsPerSecond: 1 }],
    spikes: [],
    experiments: [],
    weaknesses: [{ id: 'one-instance', title: 'One instance', hintSeconds: [30, 60, 120] }],
    accounts: { pool: 'gameday', organizers: [], regions: [], instanceTypes: ['t3.small', 'm7g.medium'] },
    rules: {
      worth: { fast: 1, acceptable: 0.5, slow: 0.1, faulty: -1, failed: -0.5 },
      bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 3000 },
      objective: 0.95,
      spend: { baseUsdPerHour: 0.3, usdPerHourPerRps: 0.01, weight: 0.25, cap: 0.5, windowSeconds: 1800 },
      detect: { refund: 0.2, withinSeconds: 600, falseAlarmSeconds: 60 },
      recover: { refund: 0.3, withinSeconds: 1800 },
    },
    ...parts,
  };
}

/** One team's measurement of one round. Says of no step what it is not told: `aRound({ failed: 10 })` is ten steps, all failed. */
export function aRound(parts: Partial<Measurement> = {}): Measurement {
  const counts = { fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0, ...parts };
  const offered = counts.fast + counts.acceptable + counts.slow + counts.faulty + counts.failed;
  return { expected: offered, p50Ms: 0, p95Ms: 0, spendUsdPerHour: 0.3, flags: [], ...counts };
}

/** Records of the rounds from 0 on, one list of measurements per team; `undefined` where nothing was measured. */
export function someRounds(teams: Readonly<Record<string, readonly (Measurement | undefined)[]>>): RoundRecord[] {
  const length = Math.max(0, ...Object.values(teams).map((list) => list.length));
  return Array.from({ length }, (_, round) => ({
    round,
    startsAt: iso(at(round * 60)),
    teams: Object.fromEntries(
      Object.entries(teams).flatMap(([team, list]) => {
        const measurement = list[round];
        return measurement === undefined ? [] : [[team, measurement]];
      }),
    ),
  }));
}

type OwnFields<T extends LogEntry['type']> = Omit<LogEntryOf<T>, 'id' | 'at' | 'by' | 'type'>;

/** A fact of the day at `seconds` after the start on the calendar. Its id is its place and kind; written by the team it is about where teams write. */
export function anEntry<T extends LogEntry['type']>(
  type: T,
  seconds: number,
  fields: OwnFields<T>,
  base: { readonly id?: string; readonly by?: string } = {},
): LogEntry {
  const id = `${type}@${seconds}:${JSON.stringify(fields)}`;
  return { id, at: iso(at(seconds)), by: 'organizer', type, ...fields, ...base } as unknown as LogEntry;
}

/** `started` at event time 0, then what is given. */
export const someLog = (...entries: readonly LogEntry[]): LogEntry[] => [anEntry('started', 0, {}), ...entries];

/** A team declares an incident. */
export const declared = (team: string, seconds: number): LogEntry =>
  anEntry('incident-declared', seconds, { team, text: 'customers cannot book' }, { by: `team:${team}` });
