import { Outbox } from '../../../load/aws/outbox';

/** An outbox whose service can be away; what arrived, call by call. */
function aBox(most = 100) {
  const box = { away: false, hopeless: false, arrived: [] as string[][], dropped: 0, failures: 0 };
  const outbox = new Outbox<string>({
    most,
    batch: 3,
    gatherMs: 1000,
    send: (items) => {
      if (box.away) return Promise.reject(new Error('away'));
      box.arrived.push([...items]);
      return Promise.resolve();
    },
    isHopeless: () => box.hopeless,
    failed: () => void (box.failures += 1),
    dropped: (count) => void (box.dropped += count),
    random: () => 1,
  });
  return { box, outbox };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('things that come together go together, in order, in calls of bounded size', async () => {
  const { box, outbox } = aBox();
  for (const item of ['a', 'b', 'c', 'd']) outbox.put(item, item);
  await jest.advanceTimersByTimeAsync(5000);
  expect(box.arrived).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a newer thing takes the place of one that waits', async () => {
  const { box, outbox } = aBox();
  outbox.put('window', 'small');
  outbox.put('window', 'grown');
  await jest.advanceTimersByTimeAsync(5000);
  expect(box.arrived).toEqual([['grown']]);
});

test('what cannot be sent waits longer and longer, and arrives when the service is back', async () => {
  const { box, outbox } = aBox();
  box.away = true;
  outbox.put('a', 'a');
  await jest.advanceTimersByTimeAsync(600_000);
  expect(box.failures).toBeGreaterThan(10);
  expect(box.failures).toBeLessThan(30);
  box.away = false;
  await jest.advanceTimersByTimeAsync(30_000);
  expect(box.arrived).toEqual([['a']]);
  expect(box.dropped).toBe(0);
});

test('beyond its bound the oldest are dropped, and counted', async () => {
  const { box, outbox } = aBox(2);
  box.away = true;
  for (const item of ['a', 'b', 'c', 'd', 'e']) outbox.put(item, item);
  expect(box.dropped).toBe(3);
  box.away = false;
  await jest.advanceTimersByTimeAsync(5000);
  expect(box.arrived).toEqual([['d', 'e']]);
});

test('what is refused for good holds nothing up', async () => {
  const { box, outbox } = aBox();
  box.away = true;
  box.hopeless = true;
  outbox.put('bad', 'bad');
  await jest.advanceTimersByTimeAsync(1000);
  expect(box.dropped).toBe(1);
  box.away = false;
  outbox.put('good', 'good');
  await jest.advanceTimersByTimeAsync(5000);
  expect(box.arrived).toEqual([['good']]);
});

test('at the end all is sent without waiting, and what is left is said after the time', async () => {
  const { box, outbox } = aBox();
  for (const item of ['a', 'b', 'c', 'd']) outbox.put(item, item);
  await expect(outbox.drain(1000)).resolves.toBe(0);
  expect(box.arrived).toEqual([['a', 'b', 'c'], ['d']]);
  box.away = true;
  outbox.put('e', 'e');
  const left = outbox.drain(1000);
  await jest.advanceTimersByTimeAsync(1100);
  await expect(left).resolves.toBe(1);
});
