import { pollScoreboard, type Feed } from '../../web/board/poll';
import { aSnapshot } from '../support/snapshots';

const epoch = Date.parse('2026-12-10T08:00:00Z');
const good = JSON.stringify(aSnapshot({ asOf: new Date(epoch) }));

/** A server that gives the next of these answers to each poll, and the last one for ever; a function answers when it likes. */
function pollOf(...answers: readonly ((signal: AbortSignal) => Response | Promise<Response>)[]) {
  const feeds: Feed[] = [];
  const askedAtMs: number[] = [];
  const stop = pollScoreboard({
    url: 'scoreboard.json',
    fetch: async (_url, init) => {
      askedAtMs.push(Date.now() - epoch);
      const answer = answers[Math.min(askedAtMs.length, answers.length) - 1];
      if (answer === undefined) throw new Error('no answer was planned');
      return answer(init!.signal!);
    },
    nowMs: Date.now,
    onFeed: (feed) => feeds.push(feed),
  });
  return { feeds, askedAtMs, stop };
}

const answer =
  (body = good, headers: Record<string, string> = {}) =>
  () =>
    new Response(body, { headers: { Date: new Date(Date.now()).toUTCString(), ...headers } });
const refused = () => Promise.reject(new TypeError('fetch failed'));
const broken = () => new Response('oops', { status: 500 });

beforeEach(() => jest.useFakeTimers({ now: epoch }));
afterEach(() => jest.useRealTimers());

test('the board is asked for at once and then every second', async () => {
  const { askedAtMs, feeds, stop } = pollOf(answer());
  await jest.advanceTimersByTimeAsync(3000);
  expect(askedAtMs).toEqual([0, 1000, 2000, 3000]);
  expect(feeds.at(-1)).toMatchObject({
    failures: 0,
    answeredAtMs: epoch + 3000,
    snapshot: JSON.parse(good) as unknown,
  });
  stop();
});

test('nothing is asked after the end', async () => {
  const { askedAtMs, stop } = pollOf(answer());
  await jest.advanceTimersByTimeAsync(0);
  stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(askedAtMs).toEqual([0]);
});

test('failures in a row make it wait longer, up to ten seconds, and a good answer ends that', async () => {
  const { askedAtMs, stop } = pollOf(refused, broken, refused, refused, refused, refused, answer());
  await jest.advanceTimersByTimeAsync(37_000);
  expect(askedAtMs).toEqual([0, 1000, 3000, 7000, 15_000, 25_000, 35_000, 36_000, 37_000]);
  stop();
});

test.each([
  ['a refused connection', refused],
  ['an error of the server', broken],
  ['something that is not JSON', answer('<html>')],
  ['JSON that is not a snapshot', answer('{"version":1}')],
])('%s keeps the last good standings and counts as a failure', async (_what, bad) => {
  const { feeds, stop } = pollOf(answer(), bad, bad);
  await jest.advanceTimersByTimeAsync(2000);
  expect(feeds.map((feed) => feed.failures)).toEqual([0, 1, 2]);
  expect(feeds.at(-1)).toMatchObject({ snapshot: feeds[0]?.snapshot, answeredAtMs: epoch });
  stop();
});

test('an answer that hangs is given up after eight seconds, and asked for again', async () => {
  const hang = (signal: AbortSignal): Promise<Response> =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('cut', 'AbortError')));
    });
  const poll = pollOf(hang, answer());
  await jest.advanceTimersByTimeAsync(7999);
  expect(poll.feeds).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(poll.feeds.map((feed) => feed.failures)).toEqual([1]);
  await jest.advanceTimersByTimeAsync(1000);
  expect(poll.feeds.at(-1)?.snapshot).toBeDefined();
  poll.stop();
});

test('an unchanged board is the same value, so that nothing is drawn again, but it is fresh', async () => {
  const tagged = answer(good, { ETag: 'W/"1"' });
  const { feeds, stop } = pollOf(tagged, tagged, answer(good, { ETag: 'W/"2"' }));
  await jest.advanceTimersByTimeAsync(2000);
  expect(feeds[1]?.snapshot).toBe(feeds[0]?.snapshot);
  expect(feeds[1]?.answeredAtMs).toBe(epoch + 1000);
  expect(feeds[2]?.snapshot).not.toBe(feeds[0]?.snapshot);
  stop();
});

test('the server’s clock is learnt from its answers', async () => {
  const { feeds, stop } = pollOf(answer(good, { Date: new Date(epoch + 3_600_000).toUTCString() }));
  await jest.advanceTimersByTimeAsync(0);
  expect(feeds[0]?.offset).toEqual({ atLeastMs: 3_600_000, atMostMs: 3_601_000 });
  stop();
});

test('a server that leads to earlier boards can be asked for them, another one cannot', async () => {
  const { feeds, stop } = pollOf(answer(good, { Link: '<api/scoreboard>; rel="archives"' }), answer());
  await jest.advanceTimersByTimeAsync(1000);
  expect(feeds.map(({ archived }) => archived)).toEqual([true, false]);
  stop();
});
