import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GameDayEvent } from '../../lib/core/event/event';
import { play } from '../../lib/core/game';
import { logEntrySchema, roundRecordSchema, type LogEntry, type RoundRecord } from '../../lib/core/records/records';
import { snapshotOf } from '../../lib/core/view/snapshot';
import { anEvent, START } from '../support/builders';
import { readCsv } from '../support/csv';

const file = (name: string): string => join(__dirname, 'reference', name);
const numeric = (cell: string): string | number => (cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell);

const event = JSON.parse(readFileSync(file('event.json'), 'utf8')) as GameDayEvent;

const rounds: RoundRecord[] = readCsv(file('rounds.csv')).map(({ round, team, spendUsdPerHour, ...counts }) =>
  roundRecordSchema.parse({
    round: Number(round),
    startsAt: '2026-12-10T08:02:00Z',
    teams: {
      [team!]: {
        ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)])),
        ...(spendUsdPerHour === '' ? {} : { spendUsdPerHour: Number(spendUsdPerHour) }),
        p50Ms: 0,
        p95Ms: 0,
        flags: [],
      },
    },
  }),
);

const log: LogEntry[] = readCsv(file('log.csv')).map(({ fields, ...base }) =>
  logEntrySchema.parse({
    ...base,
    ...Object.fromEntries(
      (fields ?? '')
        .split(';')
        .filter((field) => field !== '')
        .map((field) => field.split('='))
        .map(([name, value]) => [name, numeric(value ?? '')]),
    ),
  }),
);

const end = Date.parse('2026-12-10T08:17:30Z');
const freeze = Date.parse('2026-12-10T08:14:30Z');

test('every ledger line of the reference event is the one worked out by hand', () => {
  const expected = readCsv(file('ledger.csv')).map(({ team, at, round, rule, points }) => ({
    team,
    at,
    round: Number(round),
    rule,
    points: Number(points),
  }));
  const { teams } = play(event, rounds, log, end);
  const lines = event.teams.flatMap(({ id }) => teams.find(({ team }) => team === id)!.lines);
  expect(
    lines.map(({ team, at, round, rule, points }) => ({ team, at: new Date(at).toISOString(), round, rule, points })),
  ).toEqual(expected.map((line) => ({ ...line, points: expect.closeTo(line.points, 6) as number })));
});

test.each([
  ['at the freeze', freeze],
  ['at the end', end],
])('the standings of the reference event %s are those worked out by hand', (_when, now) => {
  const expected = readCsv(file('standings.csv')).filter(({ at }) => Date.parse(at!) === now);
  expect(expected).toHaveLength(3);
  expect(
    play(event, rounds, log, now).teams.map(({ rank, team, points, served, spendUsd }) => ({
      rank,
      team,
      points,
      served,
      spendUsd,
    })),
  ).toEqual(
    expected.map(({ rank, team, points, served, spendUsd }) => ({
      rank: Number(rank),
      team,
      points: expect.closeTo(Number(points), 5) as number,
      served: expect.closeTo(Number(served), 6) as number,
      spendUsd: expect.closeTo(Number(spendUsd), 6) as number,
    })),
  );
});

test('what a team had no right to write is the only problem of the reference event', () => {
  expect(play(event, rounds, log, end).problems).toEqual([
    { about: 'steal', message: 'a team may not write "adjusted"' },
  ]);
});

test('at the end the audience still sees the reference event as it stood at the freeze', () => {
  const { teams, freeze: shown } = snapshotOf(event, rounds, log, end, { asOf: end, speed: 1 });
  expect(shown).toEqual({ frozen: true, atSeconds: 660, revealed: false });
  expect(teams.map(({ id, points }) => [id, points])).toEqual([
    ['green', 1122.3],
    ['blue', 824.346],
    ['red', 146.071],
  ]);
});

describe('the empty event', () => {
  const empty = anEvent({ teams: [], traffic: [] });

  test('plays without teams, rounds and log', () => {
    expect(play(empty, [], [], START)).toMatchObject({ phase: 'waiting', rounds: [], teams: [], problems: [] });
  });

  test('is a board without teams', () => {
    const { clock, teams, traffic, news, rounds: counted } = snapshotOf(empty, [], [], START, { asOf: 0, speed: 1 });
    expect({ phase: clock.phase, teams, counted, news, rate: traffic.stepsPerSecond }).toEqual({
      phase: 'waiting',
      teams: [],
      counted: 0,
      news: [],
      rate: 0,
    });
  });

  test('has teams at nought, in order of their ids, before anything is measured', () => {
    const { teams } = play(anEvent(), [], [], START);
    expect(teams.map(({ team, rank, points, verdict }) => [team, rank, points, verdict])).toEqual([
      ['blue', 1, 0, 'unchecked'],
      ['red', 2, 0, 'unchecked'],
    ]);
  });
});
