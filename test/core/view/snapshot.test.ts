import { gzipSync } from 'node:zlib';
import type { LogEntry, Measurement } from '../../../lib/core/records/records';
import { snapshotOf } from '../../../lib/core/view/snapshot';
import { anEntry, anEvent, aRound, at, declared, iso, someLog, someRounds } from '../../support/builders';

const good = aRound({ fast: 60 });
const bad = aRound({ failed: 60 });
const live = { asOf: at(5), speed: 60 };
const event = anEvent({ freezeSeconds: 240 });
const ten = (...from: Measurement[]) => Array.from({ length: 10 }, (_, round) => from[round] ?? good);
const rounds = someRounds({ blue: ten(bad), red: ten(good, good, good, good, bad, bad, bad, bad, bad, bad) });

const snapshot = (seconds: number, ...log: LogEntry[]) => snapshotOf(event, rounds, someLog(...log), at(seconds), live);
const points = (seconds: number, ...log: LogEntry[]) =>
  Object.fromEntries(snapshot(seconds, ...log).teams.map((team) => [team.id, team.points]));

describe('the freeze', () => {
  const before = { blue: 60 * 5 - 30 + 26.1, red: 60 * 4 - 60 };

  test.each<[string, number, LogEntry[], boolean]>([
    ['begins at its planned instant', 360, [], true],
    ['has not begun before', 359, [], false],
    ['begins early when somebody freezes', 130, [anEntry('frozen', 120, {})], true],
    ['is not moved by an extension', 400, [anEntry('extended', 100, { seconds: 600 })], true],
    ['is not thawed by an extension after it', 400, [anEntry('extended', 390, { seconds: 600 })], true],
    ['is later by every pause before it', 400, [anEntry('paused', 60, {}), anEntry('resumed', 120, {})], false],
    ['ends when the standings are revealed', 600, [anEntry('revealed', 600, {})], false],
    ['is not kept away by a reveal before it', 400, [anEntry('revealed', 100, {})], true],
    [
      'is over when the entry that froze was a mistake',
      130,
      [anEntry('frozen', 120, {}, { id: 'f' }), anEntry('retracted', 125, { entry: 'f', reason: 'too early' })],
      false,
    ],
  ])('%s', (_rule, seconds, log, frozen) => {
    expect(snapshot(seconds, ...log).freeze.frozen).toBe(frozen);
  });

  test('shows the points of its instant until the reveal', () => {
    expect(points(360)).toEqual(before);
    expect(points(600)).toEqual(before);
    expect(points(600, anEntry('revealed', 600, {}))).not.toEqual(before);
  });

  test('lets the clock, announcements and nothing else through', () => {
    const { clock, news, teams } = snapshot(
      550,
      anEntry('announced', 500, { text: 'Pizza is here' }),
      declared('red', 510),
      anEntry('adjusted', 520, { team: 'red', points: 1000, reason: 'late' }),
    );
    expect(clock).toMatchObject({ phase: 'running', eventSeconds: 550 });
    expect(news[0]).toEqual({ atSeconds: 500, kind: 'announcement', team: null, text: 'Pizza is here' });
    expect(teams.map(({ id, declared: said }) => [id, said])).toEqual([
      ['blue', false],
      ['red', false],
    ]);
  });

  test('never comes by plan when the event has none', () => {
    expect(snapshotOf(anEvent(), rounds, someLog(), at(600), live).freeze).toEqual({
      frozen: false,
      atSeconds: null,
      revealed: false,
    });
  });
});

describe('the board', () => {
  const open = anEvent();
  const shown = (seconds: number, ...log: LogEntry[]) => snapshotOf(open, rounds, someLog(...log), at(seconds), live);

  test('tells when it was drawn, and how fast event time moves', () => {
    expect(shown(70).clock).toEqual({
      phase: 'running',
      eventSeconds: 70,
      endsSeconds: 600,
      asOf: iso(at(5)),
      speed: 60,
    });
  });

  test('shows how the last rounds went, and their total', () => {
    const { teams, rounds: counted, historyRounds } = shown(180);
    expect({ counted, historyRounds }).toEqual({ counted: 3, historyRounds: [0, 1, 2] });
    expect(teams).toEqual([
      expect.objectContaining({
        id: 'red',
        rank: 1,
        points: 180,
        gained: 60,
        trend: [60, 60, 60],
        history: [60, 120, 180],
        verdict: 'ok',
        served: 1,
        impactSince: null,
      }),
      expect.objectContaining({
        id: 'blue',
        rank: 2,
        points: 116.1,
        gained: 86.1,
        trend: [-30, 60, 86.1],
        history: [-30, 30, 116],
        served: 0.6667,
      }),
    ]);
  });

  test('shows the last ten rounds only as a trend, and counts what came since in the newest', () => {
    const long = anEvent({ durationSeconds: 1200 });
    const { teams } = snapshotOf(
      long,
      someRounds({ blue: Array.from({ length: 15 }, () => good) }),
      someLog(anEntry('adjusted', 905, { team: 'blue', points: 5, reason: 'thanks' })),
      at(910),
      live,
    );
    expect(teams[0]!.trend).toEqual([...Array.from({ length: 9 }, () => 60), 65]);
  });

  test('shows an open impact, and whether it is declared', () => {
    const red = (...log: LogEntry[]) => shown(360, ...log).teams.find(({ id }) => id === 'red');
    expect(red()).toMatchObject({ impactSince: 240, declared: false, verdict: 'down' });
    expect(red(declared('red', 300))).toMatchObject({ impactSince: 240, declared: true });
  });

  test('tells the news, newest first', () => {
    const log = [
      declared('blue', 30),
      anEntry('experiment-started', 40, { run: 'r1', experiment: 'stop-one', team: 'blue' }),
      anEntry('experiment-started', 45, { run: 'r2', experiment: 'secret', team: 'red' }),
      anEntry('experiment-ended', 90, { run: 'r1', outcome: 'ended', reason: '' }),
      anEntry('paused', 200, {}),
    ];
    expect(shown(210, ...log).news.map(({ atSeconds, kind, text }) => [atSeconds, kind, text])).toEqual([
      [200, 'clock', 'The clock is paused'],
      [90, 'experiment', 'Experiment "stop-one" at Blue Whales has ended'],
      [60, 'recovered', 'Blue Whales recovered'],
      [30, 'declared', 'Blue Whales declared an incident'],
      [0, 'clock', 'The GameDay has started'],
      [0, 'impact', 'Blue Whales: customers are not served well'],
    ]);
  });

  describe('of a planned experiment', () => {
    const planned = anEvent({ experiments: [{ experiment: 'stop-one', atSeconds: 40 }] });
    const run = (team: string) => ({ run: `stop-one-0-${team}`, experiment: 'stop-one', team });
    const ended = (team: string, seconds: number) =>
      anEntry('experiment-ended', seconds, { run: `stop-one-0-${team}`, outcome: 'completed', reason: '' });
    const told = (...log: LogEntry[]) =>
      snapshotOf(planned, [], someLog(...log), at(210), live)
        .news.filter(({ kind }) => kind !== 'clock')
        .map(({ atSeconds, text }) => [atSeconds, text]);
    const started = [anEntry('experiment-started', 40, run('blue')), anEntry('experiment-started', 70, run('red'))];

    test('tells nothing before it has ended at every team, not even that it was ordered', () => {
      const ordered = anEntry('experiment-ordered', 30, { ...run('red'), seconds: 60 });
      expect(told(ordered, ...started, ended('blue', 100))).toEqual([]);
      expect(told(...started.slice(0, 1), ended('blue', 100))).toEqual([]);
    });

    test('tells when it has: at the end of the last', () => {
      expect(told(...started, ended('blue', 100), ended('red', 130))).toEqual([
        [130, 'Experiment "stop-one" at Blue Whales has ended'],
        [130, 'Experiment "stop-one" at Red Foxes has ended'],
      ]);
    });

    test('never tells what was refused, nor waits for it', () => {
      const refused = anEntry('experiment-refused', 70, { ...run('red'), reason: 'no target' });
      expect(told(started[0]!, refused, ended('blue', 100))).toEqual([
        [100, 'Experiment "stop-one" at Blue Whales has ended'],
      ]);
    });

    test('tells an announcement at once', () => {
      const announced = anEntry('announced', 90, { text: 'A zone is slow' });
      expect(told(...started, announced)).toEqual([[90, 'A zone is slow']]);
    });
  });

  test('shows planned traffic now, and none while nothing runs', () => {
    const rising = anEvent({
      traffic: [
        { atSeconds: 0, stepsPerSecond: 0 },
        { atSeconds: 600, stepsPerSecond: 6 },
      ],
    });
    const traffic = (seconds: number, ...log: LogEntry[]) =>
      snapshotOf(rising, [], someLog(...log), at(seconds), live).traffic;
    expect(traffic(300).stepsPerSecond).toBe(3);
    expect(traffic(300, anEntry('traffic', 200, { factor: 2 })).stepsPerSecond).toBe(6);
    expect(traffic(300, anEntry('paused', 200, {})).stepsPerSecond).toBe(0);
    expect(traffic(700).stepsPerSecond).toBe(0);
    expect(traffic(0).plan).toHaveLength(120);
    expect([traffic(0).plan[0], traffic(0).plan[119]]).toEqual([0, 6]);
  });

  test('of a long day with many teams keeps its lists short', () => {
    const teams = Array.from({ length: 20 }, (_, team) => ({ id: `t${team}`, name: `Team ${team}`, account: '1' }));
    const day = Object.fromEntries(
      teams.map(({ id }) => [id, Array.from({ length: 200 }, (_, round) => (round % 3 ? good : bad))]),
    );
    const long = anEvent({ teams, durationSeconds: 12_000 });
    const seen = snapshotOf(long, someRounds(day), someLog(), at(12_000), live);
    expect(seen.historyRounds.length).toBeLessThanOrEqual(80);
    expect(seen.historyRounds.at(-1)).toBe(199);
    expect(seen.teams.map(({ history }) => history.length)).toEqual(teams.map(() => seen.historyRounds.length));
    expect(seen.news).toHaveLength(30);
    expect(gzipSync(JSON.stringify(seen)).length).toBeLessThan(20_000);
  });
});
