import fc from 'fast-check';
import type { GameDayEvent } from '../../lib/core/event/event';
import type { LogEntry, Measurement, RoundRecord } from '../../lib/core/records/records';
import { aRound, anEntry, anEvent, declared, someLog, someRounds } from './builders';

export const ROUNDS = 12;
const END = ROUNDS * 60;
const teams = ['blue', 'red'];
const seconds = fc.integer({ min: 1, max: END + 90 });
const team = fc.constantFrom(...teams);

/** Two teams and twelve rounds under traffic of any shape. */
export const anyEvent: fc.Arbitrary<GameDayEvent> = fc
  .record({
    traffic: fc.uniqueArray(
      fc.record({ atSeconds: fc.integer({ min: 0, max: END }), stepsPerSecond: fc.integer({ min: 0, max: 20 }) }),
      { minLength: 1, maxLength: 3, selector: ({ atSeconds }) => atSeconds },
    ),
    spikes: fc.array(
      fc.record({
        atSeconds: fc.integer({ min: 0, max: END }),
        forSeconds: fc.integer({ min: 1, max: 200 }),
        times: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ traffic, spikes }) =>
    anEvent({ durationSeconds: END, traffic: traffic.toSorted((a, b) => a.atSeconds - b.atSeconds), spikes }),
  );

const few = fc.integer({ min: 0, max: 6 });

/** Counts that often meet the objective and often miss it. */
export const anyMeasurement: fc.Arbitrary<Measurement> = fc
  .record({
    counts: fc.oneof(
      fc.record({ fast: fc.integer({ min: 0, max: 60 }) }),
      fc.record({ fast: few, acceptable: fc.integer({ min: 20, max: 60 }), failed: fc.constantFrom(0, 0, 1, 2) }),
      fc.record({ fast: few, acceptable: few, slow: few, faulty: few, failed: few }),
    ),
    lost: fc.constantFrom(0, 0, 0, 200),
    spend: fc.option(fc.constantFrom(0.1, 0.3, 0.5, 2), { nil: undefined }),
  })
  .map(({ counts, lost, spend }) => {
    const { spendUsdPerHour: _known, ...round } = aRound(counts);
    return { ...round, expected: round.expected + lost, ...(spend === undefined ? {} : { spendUsdPerHour: spend }) };
  });

const anySide = fc.array(fc.option(anyMeasurement, { nil: undefined, freq: 8 }), { maxLength: ROUNDS });

export const anyRounds: fc.Arbitrary<RoundRecord[]> = fc
  .record({ blue: anySide, red: anySide })
  .map((sides) => someRounds(sides));

/** As `anyRounds`, with at least one measurement in every round: nothing is settled only when a later round is measured. */
export const anyUnbrokenRounds: fc.Arbitrary<RoundRecord[]> = fc
  .record({ blue: anySide, red: fc.array(anyMeasurement, { minLength: ROUNDS, maxLength: ROUNDS }) })
  .map((sides) => someRounds(sides));

/** What happens to one team's score apart from its rounds. */
const anyMove: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.tuple(team, seconds).map(([id, at]) => declared(id, at)),
  fc
    .tuple(team, seconds, fc.integer({ min: 1, max: 4 }))
    .map(([id, at, level]) => anEntry('hint', at, { team: id, weakness: 'one-instance', level }, { by: `team:${id}` })),
  fc
    .tuple(team, seconds, fc.integer({ min: -50, max: 50 }))
    .map(([id, at, points]) => anEntry('adjusted', at, { team: id, points, reason: 'fair play' })),
  fc
    .tuple(fc.option(team, { nil: undefined }), seconds, fc.constantFrom(0, 0.5, 2))
    .map(([id, at, factor]) => anEntry('traffic', at, id === undefined ? { factor } : { factor, team: id })),
);

const anyClockTurn: fc.Arbitrary<LogEntry> = fc.oneof(
  seconds.map((at) => anEntry('paused', at, {})),
  seconds.map((at) => anEntry('resumed', at, {})),
);

const anyRuling: fc.Arbitrary<LogEntry> = fc.oneof(
  seconds.map((at) => anEntry('extended', at, { seconds: 60 })),
  fc
    .tuple(seconds, fc.nat(ROUNDS), fc.nat(2))
    .map(([at, from, length]) => anEntry('voided', at, { from, to: from + length, reason: 'our engine' })),
  fc.tuple(seconds, anyMove).map(([at, { id }]) => anEntry('retracted', at, { entry: id, reason: 'a mistake' })),
  seconds.map((at) => anEntry('frozen', at, {})),
  seconds.map((at) => anEntry('revealed', at, {})),
  seconds.map((at) => anEntry('closed', at, {})),
);

/** A started day with moves of teams and pauses, and nothing that rewrites what was. */
export const anyPlainLog: fc.Arbitrary<LogEntry[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: anyMove }, { weight: 1, arbitrary: anyClockTurn }), { maxLength: 12 })
  .map((entries) => someLog(...entries));

/** Anything that may stand in a log, retractions and voided rounds included. */
export const anyLog: fc.Arbitrary<LogEntry[]> = fc
  .tuple(anyPlainLog, fc.array(anyRuling, { maxLength: 3 }))
  .map(([plain, rulings]) => [...plain, ...rulings]);
