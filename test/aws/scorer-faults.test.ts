import { ScorerRig } from '../support/aws/scorer-rig';
import { jsonError, xmlError, type Call } from '../support/aws/fake-aws';
import { anEvent } from '../support/builders';

const isMetrics = ({ service, action, accessKey }: Call): boolean =>
  service === 'monitoring' && action === 'GetMetricData' && accessKey === 'AKIAORGANIZER';
const isBoard = ({ service, host }: Call): boolean => service === 's3' && host.startsWith('site.');
const isPutRound = ({ service, action }: Call): boolean => service === 'dynamodb' && action === 'PutItem';

// Five hours are thousands of calls.
jest.setTimeout(60_000);

/** Ten minutes of play, all published; the rounds up to the eighth have settled. */
async function played(): Promise<ScorerRig> {
  const rig = new ScorerRig();
  await rig.measure(0, 600);
  return rig;
}

async function isRightAfter(rig: ScorerRig, seconds: number): Promise<void> {
  await rig.tick(seconds);
  expect(Object.values(rig.points()).every((points) => points > 0)).toBe(true);
  expect(rig.points()).toEqual(rig.localPoints());
}

test('a tick after ten minutes of play shows the points of a fold of the same windows', async () => {
  const rig = await played();
  await isRightAfter(rig, 725);
  expect(rig.board().rounds).toBe(10);
});

test('killed between writing and publishing: the next tick is right and writes nothing anew', async () => {
  const rig = await played();
  rig.aws.fail(isBoard, 1, () => {
    throw new Error('the process was killed');
  });
  await expect(rig.tick(725)).rejects.toThrow();
  expect(Object.keys(rig.kept('blue'))).toHaveLength(10);
  const before = [...rig.table.items];
  rig.aws.calls.length = 0;
  await isRightAfter(rig, 730);
  expect([...rig.table.items]).toEqual(before);
});

test('killed in the middle of writing: the next tick writes the rest', async () => {
  const rig = await played();
  rig.aws.fail(isPutRound, 9, () => jsonError('AccessDeniedException'));
  await expect(rig.tick(725)).rejects.toThrow('tick failed in part');
  expect(Object.keys(rig.kept('blue')).length + Object.keys(rig.kept('red')).length).toBe(11);
  await isRightAfter(rig, 730);
});

test('run twice at once: both end, and what is kept is what one would have kept', async () => {
  const rig = await played();
  rig.now += 725_000;
  await Promise.all([rig.scorer()(rig.now), rig.scorer()(rig.now)]);
  expect(rig.points()).toEqual(rig.localPoints());
  const alone = await played();
  await alone.tick(725);
  expect(rig.kept('red')).toEqual(alone.kept('red'));
});

test('the newest two rounds missing, then late: unchecked at first, and right when they have come', async () => {
  const rig = new ScorerRig();
  await rig.measure(0, 480);
  await rig.tick(725);
  expect(rig.board().teams.map(({ verdict }) => verdict)).toEqual(['unchecked', 'unchecked']);
  expect(rig.kept('blue')[9]).toMatchObject({
    fast: 0,
    expected: 60,
    flags: expect.arrayContaining(['windows missing: 6 of 6']) as string[],
  });
  expect(rig.metrics.put.findLast(({ name }) => name === 'UncheckedTeams')).toMatchObject({ value: 2 });
  await rig.measure(480, 600);
  await isRightAfter(rig, 730);
  expect(rig.metrics.put.findLast(({ name }) => name === 'UncheckedTeams')).toMatchObject({ value: 0 });
});

test('windows that come half an hour late still count: what is unchecked is looked at again every ten minutes', async () => {
  const rig = new ScorerRig();
  await rig.measure(0, 480);
  await rig.tick(725);
  await rig.measure(480, 600);
  await rig.measure(600, 2880);
  await isRightAfter(rig, 3000);
});

test('throttled: the call is made again until it is answered', async () => {
  const rig = await played();
  rig.aws.fail(isMetrics, 4, () => jsonError('ThrottlingException'));
  await isRightAfter(rig, 725);
});

test('CloudWatch out of order for a whole tick: old rounds come from the archive, the newest a little later', async () => {
  const rig = await played();
  rig.aws.fail(isMetrics, 100, () => jsonError('InternalFailure'));
  await expect(rig.tick(725)).rejects.toThrow('tick failed in part');
  expect(Object.keys(rig.kept('blue'))).toHaveLength(7);
  const next = await played();
  next.table.items.clear();
  for (const [key, item] of rig.table.items) next.table.items.set(key, item);
  await isRightAfter(next, 730);
});

test('a datum published twice, or five times, counts once', async () => {
  const rig = new ScorerRig();
  await rig.measure(0, 300, { cloudWatch: 2 });
  await rig.measure(300, 600, { cloudWatch: 5 });
  await isRightAfter(rig, 725);
});

test("a team's role denied: its spend is unknown and flagged, everything else is as ever", async () => {
  const rig = await played();
  rig.accounts.denied.add('222222222222');
  await isRightAfter(rig, 725);
  expect(rig.kept('red')[9]).not.toHaveProperty('spendUsdPerHour');
  expect(rig.kept('red')[9]?.flags).toContain('account: could not be looked at');
  expect(rig.kept('blue')[9]).toHaveProperty('spendUsdPerHour');
  expect(rig.notes).toContainEqual(expect.objectContaining({ level: 'warn', team: 'red' }));
  expect(rig.metrics.put.findLast(({ name }) => name === 'UnreadableAccounts')).toMatchObject({ value: 1 });
});

test('an account that is repaired is clean from then on, and what nobody saw in time stays flagged', async () => {
  const rig = await played();
  const flagged = () =>
    Object.entries(rig.kept('red')).flatMap(([round, { flags }]) =>
      flags.includes('account: could not be looked at') ? [Number(round)] : [],
    );
  rig.accounts.denied.add('222222222222');
  await rig.tick(725);
  // What runs now says nothing of rounds that ended more than five minutes ago.
  expect(flagged()).toEqual([7, 8, 9]);
  rig.accounts.denied.clear();
  await rig.measure(600, 720);
  // Round 8 ended more than five minutes ago, round 9 did not.
  await isRightAfter(rig, 845);
  expect(flagged()).toEqual([7, 8]);
  expect(rig.metrics.put.findLast(({ name }) => name === 'UnreadableAccounts')).toMatchObject({ value: 0 });
});

test('somebody else writes a round at the same moment: the measurements are merged, none is lost', async () => {
  const rig = await played();
  const other = await played();
  await other.tick(725);
  rig.table.beforePut = (key) => {
    const item = other.table.items.get(key);
    if (item !== undefined && !rig.table.items.has(key)) rig.table.items.set(key, item);
  };
  await isRightAfter(rig, 725);
  expect(rig.kept('blue')).toEqual(other.kept('blue'));
});

test('S3 refused: rounds are kept, the tick fails loudly, and the next one publishes', async () => {
  const rig = await played();
  rig.aws.fail(isBoard, 1, () => xmlError('AccessDenied'));
  await expect(rig.tick(725)).rejects.toThrow('AccessDenied');
  await isRightAfter(rig, 730);
});

test.each([
  ['40 minutes', 40],
  ['5 hours', 300],
])('an outage of %s: one tick catches up with everything', async (_length, minutes) => {
  const rig = new ScorerRig(anEvent({ durationSeconds: 6 * 3600 }));
  await rig.measure(0, 600);
  await rig.tick(725);
  await rig.measure(600, 600 + minutes * 60);
  await isRightAfter(rig, 725 + minutes * 60);
  expect(rig.board().rounds).toBe(10 + minutes);
});

test('what is older than CloudWatch keeps comes from the archive alone', async () => {
  const rig = new ScorerRig(anEvent({ durationSeconds: 6 * 3600 }));
  await rig.measure(0, 3600, { cloudWatch: 0 });
  await rig.measure(3600, 18_000);
  await isRightAfter(rig, 18_120);
});
