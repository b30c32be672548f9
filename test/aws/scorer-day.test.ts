import { EventRecords } from '../../lib/aws/event-records';
import { ScorerRig } from '../support/aws/scorer-rig';
import { anEntry, anEvent, someLog } from '../support/builders';

const event = anEvent({ durationSeconds: 3600 });
const append = (rig: ScorerRig, ...entries: ReturnType<typeof someLog>) => {
  const records = new EventRecords('table', rig.id, () => undefined, rig.aws.options());
  return Promise.all(entries.map((entry) => records.append(entry)));
};
const figure = (rig: ScorerRig, wanted: string) => rig.metrics.put.findLast(({ name }) => name === wanted)?.value;

test('before the start the board waits, and nothing is asked of any account', async () => {
  const rig = new ScorerRig(event, []);
  await rig.tick(-600);
  expect(rig.board().clock.phase).toBe('waiting');
  expect(rig.aws.calls.filter(({ service }) => service === 'sts')).toEqual([]);
  expect(figure(rig, 'ScorerLagSeconds')).toBe(0);
});

test('an event that was started by mistake and then again is scored as if the first start had not been', async () => {
  const rig = new ScorerRig(event);
  await rig.measure(0, 600);
  await rig.tick(725);
  const retraction = anEntry('retracted', 800, { entry: someLog()[0]!.id, reason: 'too early' });
  const start = anEntry('started', 900, {});
  await append(rig, retraction, start);
  await rig.measure(900, 1500);
  await rig.tick(1625);

  const clean = new ScorerRig(event, [start]);
  await clean.measure(900, 1500);
  await clean.tick(1625);
  expect(rig.points()).toEqual(clean.points());
  expect(rig.board().rounds).toBe(10);
});

test('rounds after a pause are measured where they lie on the calendar; the one that it cut is not', async () => {
  const rig = new ScorerRig(event, someLog(anEntry('paused', 90, {}), anEntry('resumed', 300, {})));
  await rig.measure(0, 90);
  await rig.measure(300, 600);
  await rig.tick(725);
  expect(Object.keys(rig.kept('blue')).map(Number)).toEqual([0, 2, 3, 4, 5]);
  expect(Object.values(rig.kept('blue')).every(({ flags }) => !flags.some((flag) => flag.startsWith('windows')))).toBe(
    true,
  );
});

test('after an outage only the newest rounds have a spend, the fold keeps what it last saw', async () => {
  const rig = new ScorerRig(event);
  await rig.measure(0, 2400);
  await rig.tick(2520);
  const spent = Object.entries(rig.kept('blue')).filter(([, { spendUsdPerHour }]) => spendUsdPerHour !== undefined);
  expect(spent.map(([round]) => Number(round))).toEqual([37, 38, 39]);
});

test('rounds that should have been recorded and could not be are the lag that alarms watch', async () => {
  const rig = new ScorerRig(event);
  await rig.measure(0, 600);
  rig.aws.fail(
    ({ action }) => action === 'GetMetricData' || action === 'GET',
    999,
    () => ({ status: 500, body: '{"__type":"InternalFailure"}' }),
  );
  await expect(rig.tick(725)).rejects.toThrow();
  expect(figure(rig, 'ScorerLagSeconds')).toBe(665);
  expect(rig.board().clock.eventSeconds).toBe(725);
});

test('notes of a tick name teams and rounds, and hold no measurement, key or event', async () => {
  const rig = new ScorerRig(event);
  await rig.measure(0, 600);
  await rig.tick(725);
  expect(rig.notes).toEqual([
    { level: 'info', message: 'tick', dueRounds: 10, written: 20, newestRound: 11, failures: 0 },
  ]);
});
