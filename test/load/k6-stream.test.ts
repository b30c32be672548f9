import { K6Stream } from '../../load/k6/stream';
import { WindowCounts } from '../../load/windows';
import { credentialsOf } from '../support/bad-teams';
import { anOrder } from '../support/load-runs';

const startsAtMs = Date.UTC(2026, 11, 10);
/** Due at 500 - 250 and 1000 - 250 ms of each window of a second. */
const order = anOrder({
  startsAtMs,
  teams: [{ id: 'blue', url: 'http://127.0.0.1:1', ...credentialsOf('blue'), journeysPerWindow: [2, 2, 2] }],
});
const atMs = (ms: number) => new Date(startsAtMs + ms).toISOString();
const point = (metric: string, ms: number, value: number, tags: object = {}, vu = '1') =>
  JSON.stringify({
    metric,
    type: 'Point',
    data: { time: atMs(ms), value, tags: { scenario: 'team-0', ...tags }, metadata: { vu } },
  });

function told(...lines: string[]) {
  const counts = new WindowCounts(order, 5);
  const stream = new K6Stream(order, counts);
  lines.forEach((line) => stream.read(line));
  return { stream, counts, flushed: () => counts.flush(startsAtMs + 3000) };
}

describe("k6's stream", () => {
  test('a step counts in the window in which it was sent, not in which it ended', () => {
    const { flushed } = told(
      point('gameday_begun', 250, 0),
      point('gameday_step', 1100, 200, { came: 'fast' }),
      point('gameday_ended', 1100, 0, { unsent: '0' }),
    );
    expect(flushed()).toMatchObject([{ window: 0, fast: 1, p50Ms: 200 }, { fast: 0 }, { fast: 0 }]);
  });

  test('how late a journey began is told against the plan', () => {
    const { flushed } = told(
      point('gameday_begun', 256, 0),
      point('gameday_begun', 790, 1),
      point('gameday_begun', 1310, 2),
    );
    expect(flushed()).toMatchObject([{ lagMs: 40 }, { lagMs: 60, flags: ['engine-lag'] }, { lagMs: 0 }]);
  });

  test("of a journey that began too late nothing counts; of its virtual user's next one, everything", () => {
    const journey = (ordinal: number, beginMs: number, vu: string) => [
      point('gameday_begun', beginMs, ordinal, {}, vu),
      point('gameday_step', beginMs + 20, 10, { came: 'fast' }, vu),
      point('gameday_step', beginMs + 40, 10, { came: 'failed' }, vu),
      point('gameday_ended', beginMs + 40, ordinal, { unsent: '3' }, vu),
    ];
    const { flushed } = told(...journey(0, 310, '7'), ...journey(1, 760, '8'), ...journey(2, 1250, '7'));
    expect(flushed()).toMatchObject([
      { expected: 10, fast: 1, failed: 4, flags: ['engine-lag'] },
      { expected: 5, fast: 1, failed: 4, flags: [] },
      { expected: 0 },
    ]);
  });

  test('a journey that k6 dropped is expected and missing, and those after it are not late', () => {
    const { flushed } = told(
      point('dropped_iterations', 250, 1),
      point('gameday_begun', 755, 0),
      point('gameday_step', 900, 100, { came: 'failed' }),
      point('gameday_ended', 900, 0, { unsent: '4' }),
    );
    expect(flushed()[0]).toMatchObject({ expected: 10, failed: 5, lagMs: 5, flags: ['engine-full'] });
  });

  test('steps never sent count where their journey began', () => {
    const { flushed } = told(
      point('gameday_begun', 250, 0),
      point('gameday_begun', 750, 1),
      point('gameday_step', 1600, 10, { came: 'broken' }),
      point('gameday_ended', 1600, 1, { unsent: '4' }),
    );
    expect(flushed()).toMatchObject([{ failed: 4 }, { failed: 1, p50Ms: 0 }, { failed: 0 }]);
  });

  test('a journey that this machine could not go on with is our failure', () => {
    const { flushed } = told(
      point('gameday_begun', 250, 0),
      point('gameday_ended', 260, 0, { unsent: '5', ours: '1' }),
    );
    expect(flushed()[0]).toMatchObject({ expected: 5, failed: 0, flags: ['engine-sockets'] });
  });

  test('what was neither begun nor dropped when k6 ended is missing', () => {
    const { stream, flushed } = told(point('gameday_begun', 250, 0));
    stream.close(startsAtMs + 1300, 'engine-late');
    expect(flushed().map((line) => [line.expected, line.flags])).toEqual([
      [5, ['engine-late']],
      [5, ['engine-late']],
      [0, []],
    ]);
  });

  test("k6's own metrics only move the time, and a torn line is nothing", () => {
    const { stream, counts } = told(
      '{"type":"Metric","data":{"name":"vus"},"metric":"vus"}',
      point('http_req_duration', 5000, 3),
      point('gameday_begun', 250, 0).slice(0, -9),
      JSON.stringify({ metric: 'vus', type: 'Point', data: { time: atMs(2000), value: 1, tags: {} } }),
    );
    expect(stream.seenMs).toBe(startsAtMs + 1750);
    expect(counts.due(stream.seenMs)).toMatchObject([{ window: 0, expected: 0 }]);
  });

  test('what happens after k6 was told to end counts for nothing', () => {
    const { stream, flushed } = told(point('gameday_begun', 250, 0));
    stream.read(point('gameday_step', 400, 90, { came: 'broken' }), startsAtMs + 390);
    expect(flushed()[0]).toMatchObject({ expected: 0, failed: 0 });
  });
});
