import type { Snapshot } from '../../lib/core/view/snapshot';
import { nothingYet, type Feed } from '../../web/board/poll';
import { boardView, type StandingsView } from '../../web/board/view';
import { wordsIn } from '../../web/shared/words';
import { aSnapshot, someAwards } from '../support/snapshots';

const epoch = Date.parse('2026-12-10T10:00:00Z');
const running = aSnapshot({ teams: 4, rounds: 60, asOf: new Date(epoch) });
const words = wordsIn('en');
const fed = (snapshot: Snapshot, changes: Partial<Feed> = {}): Feed => ({
  snapshot,
  answeredAtMs: epoch,
  offset: { atLeastMs: 0, atMostMs: 0 },
  failures: 0,
  archived: false,
  ...changes,
});
function standings(snapshot: Snapshot, viewerMs = epoch, changes: Partial<Feed> = {}): StandingsView {
  const view = boardView(fed(snapshot, changes), viewerMs, words);
  if (view.screen !== 'standings') throw new Error(`shows ${view.screen}`);
  return view;
}
const inPhase = (phase: Snapshot['clock']['phase']): Snapshot => ({ ...running, clock: { ...running.clock, phase } });

test('before any answer the board is loading, and says so when the server does not answer', () => {
  expect(boardView(nothingYet, epoch, words)).toEqual({ screen: 'loading', unreachable: false });
  expect(boardView({ ...nothingYet, failures: 2 }, epoch, words)).toEqual({ screen: 'loading', unreachable: true });
});

test('before the start it welcomes the teams, by name', () => {
  expect(boardView(fed(inPhase('waiting')), epoch, words)).toMatchObject({
    screen: 'waiting',
    eventName: 'Spring GameDay',
    startsAtMs: Date.parse(running.event.startsAt),
    teams: [{ name: 'Blue Whales' }, { name: 'Green Herons' }, { name: 'Night Shift' }, { name: 'Red Foxes' }],
  });
});

test('a rehearsal in a hurry promises no start, since its calendar is not the server’s', () => {
  const { clock } = inPhase('waiting');
  const view = boardView(fed({ ...running, clock: { ...clock, speed: 60 } }), epoch, words);
  expect(view).toMatchObject({ screen: 'waiting', startsAtMs: undefined });
});

test('teams stand in the snapshot’s order', () => {
  expect(standings(running).rows.map((row) => row.id)).toEqual(running.teams.map((team) => team.id));
});

test.each<[string, number, Partial<Feed>, Snapshot, object]>([
  ['fresh standings are live', 500, {}, running, { state: 'live' }],
  ['one slow answer is no news', 3000, { failures: 1 }, running, { state: 'live' }],
  [
    'without an answer for seconds the standings are stale, and as old as the last answer',
    65_000,
    { failures: 7 },
    running,
    { state: 'stale', ageSeconds: 65, because: 'unreachable' },
  ],
  ['a scorer may be late by three rounds', 190_000, { answeredAtMs: epoch + 190_000 }, running, { state: 'live' }],
  [
    'a scorer that has stopped makes the standings stale, though the server answers',
    600_000,
    { answeredAtMs: epoch + 600_000 },
    running,
    { state: 'stale', ageSeconds: 600, because: 'not-scored' },
  ],
  [
    'nothing is scored during a pause, and that is no fault',
    600_000,
    { answeredAtMs: epoch + 600_000 },
    inPhase('paused'),
    { state: 'live' },
  ],
])('%s', (_rule, laterMs, changes, snapshot, freshness) => {
  expect(standings(snapshot, epoch + laterMs, changes).freshness).toEqual(freshness);
});

test('age is told by the server’s clock, however wrong the viewer’s is', () => {
  const hourOff = { offset: { atLeastMs: -3_600_000, atMostMs: -3_600_000 }, answeredAtMs: epoch + 3_600_000 };
  expect(standings(running, epoch + 3_600_000, hourOff).freshness).toEqual({ state: 'live' });
});

test('while frozen, the board says since when, and impacts do not grow older', () => {
  const team = { ...running.teams[0]!, impactSince: 3000, verdict: 'down' as const };
  const frozen = {
    ...running,
    teams: [team],
    freeze: { frozen: true, atSeconds: 3300, revealed: false },
    clock: { ...running.clock, eventSeconds: 3900 },
  };
  const view = standings(frozen);
  expect(view.frozenAt).toBe('55:00');
  expect(view.rows[0]?.impact).toBe('5 min');
  expect(standings({ ...frozen, freeze: running.freeze }).rows[0]?.impact).toBe('15 min');
});

test.each<[string, Snapshot, readonly string[]]>([
  ['nobody has won while it is played', running, []],
  ['the first has won when the result is known', { ...inPhase('ended'), awards: someAwards }, [running.teams[0]!.name]],
  ['while the result is not known, nobody has won though it is over', inPhase('ended'), []],
  [
    'a frozen board does not tell who won',
    { ...inPhase('ended'), freeze: { frozen: true, atSeconds: 9, revealed: false } },
    [],
  ],
  ['an event without a round has no winner', { ...inPhase('closed'), rounds: 0, awards: someAwards }, []],
])('%s', (_rule, snapshot, winners) => {
  expect(standings(snapshot).winners).toEqual(winners);
});

test('an announcement stands above the board for two minutes, faster in a fast rehearsal', () => {
  const { eventSeconds } = running.clock;
  const announced = (agoSeconds: number, speed = 1): Snapshot => ({
    ...running,
    clock: { ...running.clock, speed },
    news: [{ atSeconds: eventSeconds - agoSeconds, kind: 'announcement', team: null, text: 'Lunch' }],
  });
  expect(standings(announced(100)).announcement).toBe('Lunch');
  expect(standings(announced(130)).announcement).toBeUndefined();
  expect(standings(announced(3600, 60)).announcement).toBe('Lunch');
});

test('the same news keep their keys when others join them, also when two are alike', () => {
  const item = { atSeconds: 60, kind: 'impact' as const, team: 'blue', text: 'Blue is down' };
  const keys = (news: Snapshot['news']) => standings({ ...running, news }).news.map((one) => one.key);
  const before = keys([item, item]);
  expect(new Set(before).size).toBe(2);
  expect(keys([{ ...item, atSeconds: 120 }, item, item]).slice(1)).toEqual(before);
});

test('a row tells rank moves, gains, trend and service', () => {
  const team = {
    ...running.teams[0]!,
    rank: 2,
    previousRank: 5,
    points: 1234.56,
    gained: -20,
    trend: [10, 40, -20],
    served: 0.9999,
  };
  expect(standings({ ...running, teams: [team] }).rows[0]).toMatchObject({
    moved: 3,
    points: '1,234.6',
    gained: '−20.0',
    losing: true,
    trend: [0.25, 1, -0.5],
    served: '99 %',
  });
});
