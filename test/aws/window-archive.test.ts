import { S3Client } from '@aws-sdk/client-s3';
import { archivedWindows, archiveMinute, MINUTE_MS, type WindowArchive } from '../../lib/aws/window-archive';
import type { TeamWindow } from '../../lib/core/scorer/ports';
import { FakeAws } from '../support/aws/fake-aws';
import { FakeBuckets } from '../support/aws/fake-buckets';
import { START } from '../support/builders';

const aWindow = (window: number, parts: Partial<TeamWindow> = {}): TeamWindow => ({
  team: 'blue',
  startsAt: START + window * 10_000,
  fast: 50,
  acceptable: 5,
  slow: 3,
  faulty: 1,
  failed: 1,
  expected: 60,
  p50Ms: 20.5,
  p95Ms: 80,
  flags: ['engine-lag'],
  ...parts,
});

describe('windows kept in S3', () => {
  let buckets: FakeBuckets;
  let archive: WindowArchive;
  beforeEach(() => {
    buckets = new FakeBuckets();
    archive = { client: new S3Client(new FakeAws({ s3: buckets.answer }).options()), bucket: 'kept', event: 'day' };
  });
  const read = (from: number, to: number) =>
    archivedWindows(archive).between({ from: START + from * 10_000, to: START + to * 10_000 });

  test('five hours of two tasks come back as they were, in however many listings', async () => {
    const windows = Array.from({ length: 1800 }, (_, window) => [
      aWindow(window),
      aWindow(window, { team: 'red', fast: window }),
    ]).flat();
    for (let minute = 0; minute < 300; minute++) {
      for (const team of ['blue', 'red']) {
        const part = windows.filter(
          (each) => each.team === team && Math.floor((each.startsAt - START) / MINUTE_MS) === minute,
        );
        await archiveMinute(archive, `of-${team}`, START + minute * MINUTE_MS, part);
      }
    }
    expect(new Set((await read(0, 1800)).map((each) => JSON.stringify(each)))).toEqual(
      new Set(windows.map((each) => JSON.stringify(each))),
    );
  });

  test('only windows that start in the span are read, its end excluded', async () => {
    await archiveMinute(
      archive,
      '0',
      START,
      [0, 1, 2, 3, 4, 5].map((window) => aWindow(window)),
    );
    expect((await read(2, 4)).map(({ startsAt }) => startsAt - START)).toEqual([20_000, 30_000]);
  });

  test('a minute written again is replaced', async () => {
    await archiveMinute(archive, '0', START, [aWindow(0)]);
    await archiveMinute(archive, '0', START, [aWindow(0), aWindow(1)]);
    expect(await read(0, 6)).toHaveLength(2);
  });

  test('of two lives of a task the maximum of each number holds, as in CloudWatch', async () => {
    await archiveMinute(archive, '0-old', START, [aWindow(0, { fast: 30, expected: 30, flags: ['engine-change'] })]);
    await archiveMinute(archive, '0-new', START, [aWindow(0, { fast: 0, expected: 60, flags: ['engine-start'] })]);
    expect(await read(0, 6)).toEqual([
      aWindow(0, { fast: 30, expected: 60, flags: ['engine-change', 'engine-start'] }),
    ]);
  });

  test('a torn line takes no other with it', async () => {
    await archiveMinute(archive, '0', START, [aWindow(0), aWindow(1)]);
    const [[name, text] = ['', '']] = [...buckets.objects];
    buckets.objects.set(name, text.trim().slice(0, -5));
    expect(await read(0, 6)).toEqual([aWindow(0)]);
  });

  test('another event is not read', async () => {
    await archiveMinute({ ...archive, event: 'day-2' }, '0', START, [aWindow(0)]);
    expect(await read(0, 6)).toEqual([]);
  });
});
