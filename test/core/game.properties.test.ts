import fc from 'fast-check';
import type { GameDayEvent, Instant } from '../../lib/core/event/event';
import { play, type Game, type GameTeam } from '../../lib/core/game';
import { pointsOf } from '../../lib/core/score/ledger';
import type { LogEntry, Measurement, RoundRecord } from '../../lib/core/records/records';
import { snapshotOf } from '../../lib/core/view/snapshot';
import {
  ROUNDS,
  anyEvent,
  anyLog,
  anyMeasurement,
  anyPlainLog,
  anyRounds,
  anyUnbrokenRounds,
} from '../support/arbitraries';
import { aRound, anEntry, anEvent, at, declared, someLog, someRounds } from '../support/builders';

const LATE = at(3600);
const ROUNDING = 1e-6;
const anyInstant = fc.integer({ min: 0, max: ROUNDS * 60 + 90 }).map(at);

const team = (game: Game, id: string): GameTeam => game.teams.find((found) => found.team === id)!;
const points = (event: GameDayEvent, rounds: RoundRecord[], log: LogEntry[]): number =>
  team(play(event, rounds, log, LATE), 'blue').points;
const linesUntil = (game: Game, until: Instant) =>
  game.teams
    .map(({ team: id, lines }) => ({ id, lines: lines.filter((line) => line.at <= until) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('order of arrival does not matter', () => {
  const anyOrder = fc
    .tuple(anyRounds, anyLog)
    .chain(([rounds, log]) => fc.tuple(fc.constant({ rounds, log }), shuffled(rounds), shuffled(log)));
  fc.assert(
    fc.property(anyEvent, anyOrder, anyInstant, (event, [{ rounds, log }, otherRounds, otherLog], now) => {
      expect(play(event, otherRounds, otherLog, now)).toEqual(play(event, rounds, log, now));
    }),
  );
});

test('order does not matter between contradicting records either', () => {
  const contradicting = fc.tuple(anyMeasurement, anyMeasurement, anyMeasurement);
  fc.assert(
    fc.property(contradicting, ([first, second, third]) => {
      const records = [first, second, third].flatMap((blue) => someRounds({ blue: [blue] }));
      const entries = [30, 20, 10].map((points) =>
        anEntry('adjusted', 30, { team: 'blue', points, reason: 'twice' }, { id: 'same' }),
      );
      expect(play(anEvent(), records.toReversed(), someLog(...entries.toReversed()), LATE)).toEqual(
        play(anEvent(), records, someLog(...entries), LATE),
      );
    }),
  );
});

test('duplicates change nothing, nor do thinner measurements of the same round', () => {
  fc.assert(
    fc.property(anyEvent, anyRounds, anyLog, anyInstant, (event, rounds, log, now) => {
      const thinner = rounds.map((record) => ({
        ...record,
        teams: Object.fromEntries(
          Object.entries(record.teams).flatMap(([id, counts]) =>
            counts.fast > 0 ? [[id, { ...counts, fast: counts.fast - 1 }]] : [],
          ),
        ),
      }));
      expect(play(event, [...copyOf(rounds), ...rounds, ...thinner], [...log, ...copyOf(log)], now)).toEqual(
        play(event, rounds, log, now),
      );
    }),
  );
});

test('unchecked rounds never cost', () => {
  fc.assert(
    fc.property(anyEvent, anyRounds, anyLog, (event, rounds, log) => {
      for (const { rounds: played, lines } of play(event, rounds, log, LATE).teams) {
        const unchecked = new Set(played.flatMap(({ verdict, round }) => (verdict === 'unchecked' ? [round] : [])));
        for (const line of lines) {
          if (!unchecked.has(line.round)) continue;
          expect(['service', 'spend']).not.toContain(line.rule);
          if (line.rule === 'unchecked') expect(line.points).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

test('a fold up to the freeze holds no later fact', () => {
  const freezing = anyEvent.map((event) => ({ ...event, freezeSeconds: 240 }));
  const frozenFrom = at(ROUNDS * 60 - 240);
  const later = fc.integer({ min: ROUNDS * 60 - 239, max: 3600 });
  fc.assert(
    fc.property(freezing, anyRounds, anyRounds, anyMeasurement, later, (event, rounds, others, own, seconds) => {
      const before = rounds.filter(({ round }) => round < ROUNDS - 4);
      const after = [...others, ...someRounds({ blue: Array.from({ length: ROUNDS }, () => own) })].filter(
        ({ round }) => round >= ROUNDS - 4,
      );
      const log = someLog(declared('blue', 100));
      const laterLog = [
        ...log,
        declared('blue', seconds),
        anEntry('adjusted', seconds, { team: 'red', points: 1000, reason: 'after the freeze' }),
        anEntry('retracted', seconds, { entry: log[1]!.id, reason: 'after the freeze' }),
        anEntry('voided', seconds, { from: 0, to: 3, reason: 'after the freeze' }),
        anEntry('extended', seconds, { seconds: 600 }),
        anEntry('traffic', seconds, { factor: 3 }),
      ];
      const seen = snapshotOf(event, [...before, ...after], laterLog, at(seconds), { asOf: 0, speed: 1 });
      const atFreeze = snapshotOf(event, before, log, frozenFrom, { asOf: 0, speed: 1 });
      expect(seen.freeze.frozen).toBe(true);
      expect(seen.teams).toEqual(atFreeze.teams);
      expect(seen.historyRounds).toEqual(atFreeze.historyRounds);
      expect(seen.news.filter(({ kind }) => kind !== 'clock')).toEqual(
        atFreeze.news.filter(({ kind }) => kind !== 'clock'),
      );
    }),
  );
});

test('the ledger only grows: a later fold keeps every line of an earlier one', () => {
  fc.assert(
    fc.property(anyEvent, anyUnbrokenRounds, anyPlainLog, anyInstant, (event, rounds, log, now) => {
      expect(linesUntil(play(event, rounds, log, LATE), now)).toEqual(linesUntil(play(event, rounds, log, now), now));
    }),
    { numRuns: 300 },
  );
});

test('pausing and resuming never changes points already made', () => {
  const seconds = fc.integer({ min: 1, max: ROUNDS * 60 });
  fc.assert(
    fc.property(anyEvent, anyUnbrokenRounds, anyPlainLog, seconds, seconds, (event, rounds, log, pause, length) => {
      const until = log.filter((entry) => Date.parse(entry.at) <= at(pause));
      const paused = [...until, anEntry('paused', pause, {}), anEntry('resumed', pause + length, {})];
      expect(linesUntil(play(event, rounds, paused, LATE), at(pause))).toEqual(
        linesUntil(play(event, rounds, until, at(pause)), at(pause)),
      );
    }),
  );
});

test('ledger lines sum to the standings', () => {
  fc.assert(
    fc.property(anyEvent, anyRounds, anyLog, anyInstant, (event, rounds, log, now) => {
      const { teams } = play(event, rounds, log, now);
      expect(teams.map(({ lines }) => pointsOf(lines))).toEqual(teams.map(({ points: total }) => total));
      expect(teams.map(({ rank }) => rank)).toEqual(teams.map((_, index) => index + 1));
      expect(teams.map(({ points: total }) => total)).toEqual(
        teams.map(({ points: total }) => total).sort((a, b) => b - a),
      );
      for (const { lines } of teams)
        expect(lines.map((line) => line.at)).toEqual(lines.map((l) => l.at).sort((a, b) => a - b));
    }),
  );
});

test('replacing an impact and its declarations by all-fast rounds never lowers a score', () => {
  const withImpact = fc
    .tuple(anyEvent, anyRounds, anyPlainLog)
    .map(([event, rounds, log]) => ({ event, rounds, log, blue: team(play(event, rounds, log, LATE), 'blue') }))
    .filter(({ blue }) => blue.impacts.length > 0);
  fc.assert(
    fc.property(withImpact, fc.nat(), ({ event, rounds, log, blue }, pick) => {
      const impact = blue.impacts[pick % blue.impacts.length]!;
      const end = impact.endSeconds ?? Infinity;
      const others = new Set(blue.impacts.filter((other) => other !== impact).map((other) => other.declaredAtSeconds));
      const paused = play(event, rounds, log, LATE).entries.some(({ entry }) => entry.type === 'paused');
      fc.pre(!paused);
      const healed = rounds.map((record) => {
        const counts = record.teams['blue'];
        const inside = record.round * 60 >= impact.startSeconds && record.round * 60 < end;
        return counts === undefined || !inside
          ? record
          : { ...record, teams: { ...record.teams, blue: allFast(counts) } };
      });
      // Its declarations go with it: of an impact that never was they would be false alarms.
      const quiet = log.filter((entry) => {
        if (entry.type !== 'incident-declared' || entry.team !== 'blue') return true;
        const seconds = (Date.parse(entry.at) - at(0)) / 1000;
        return others.has(seconds) || seconds < impact.startSeconds - 120 || seconds > end + 120;
      });
      expect(points(event, healed, quiet)).toBeGreaterThanOrEqual(blue.points - ROUNDING);
    }),
    { numRuns: 300 },
  );
});

const allFast = (counts: Measurement): Measurement => {
  const { fast, acceptable, slow, faulty, failed } = counts;
  return { ...counts, fast: fast + acceptable + slow + faulty + failed, acceptable: 0, slow: 0, faulty: 0, failed: 0 };
};

const anyHonest = fc
  .record({
    fast: fc.nat(60),
    acceptable: fc.nat(60),
    slow: fc.nat(6),
    failed: fc.constantFrom(0, 0, 1, 3, 30),
  })
  .filter(({ fast, acceptable, slow, failed }) => fast + acceptable + slow + failed > 0)
  .map((counts) => aRound(counts));
const honestRounds = fc.array(anyHonest, { minLength: ROUNDS, maxLength: ROUNDS });
const dark = aRound({ failed: 60 });
const flat = anEvent({ durationSeconds: ROUNDS * 60 });

test('going dark never pays against any serving: not in any rounds, with nothing declared', () => {
  fc.assert(
    fc.property(honestRounds, fc.uniqueArray(fc.nat(ROUNDS - 1), { minLength: 1 }), (blue, off) => {
      const darkened = blue.map((counts, round) => (off.includes(round) ? dark : counts));
      expect(points(flat, someRounds({ blue: darkened }), someLog())).toBeLessThanOrEqual(
        points(flat, someRounds({ blue }), someLog()) + ROUNDING,
      );
    }),
    { numRuns: 300 },
  );
});

test('going dark never pays against any serving: not for the whole day, when every impact is declared at once', () => {
  const darkness = points(
    flat,
    someRounds({ blue: Array.from({ length: ROUNDS }, () => dark) }),
    someLog(declared('blue', 0)),
  );
  fc.assert(
    fc.property(honestRounds, (blue) => {
      const rounds = someRounds({ blue });
      const { impacts } = team(play(flat, rounds, someLog(), LATE), 'blue');
      const log = someLog(...impacts.map(({ startSeconds }) => declared('blue', startSeconds)));
      expect(points(flat, rounds, log)).toBeGreaterThanOrEqual(darkness - ROUNDING);
    }),
  );
});

test('spending more never raises points by itself', () => {
  const more = fc.array(fc.constantFrom(0, 0, 0.01, 1), { minLength: ROUNDS, maxLength: ROUNDS });
  fc.assert(
    fc.property(anyEvent, anyRounds, anyLog, more, (event, rounds, log, extra) => {
      const dearer = rounds.map((record) => {
        const blue = record.teams['blue'];
        if (blue?.spendUsdPerHour === undefined) return record;
        const spendUsdPerHour = blue.spendUsdPerHour + (extra[record.round] ?? 0);
        return { ...record, teams: { ...record.teams, blue: { ...blue, spendUsdPerHour } } };
      });
      expect(points(event, dearer, log)).toBeLessThanOrEqual(points(event, rounds, log) + ROUNDING);
    }),
  );
});
