import { startEmbedded } from '../../../load/embedded/engine';
import { loadJourney } from '../../../load/scenario-journey';
import type { StartParts } from '../../support/aws/load-rig';
import { jsonError } from '../../support/aws/fake-aws';
import { accountsOfRig, LoadRig } from '../../support/aws/load-rig';
import { credentialsOf } from '../../support/bad-teams';

const STEPS_PER_SECOND = 5;
/** Ten seconds of it. */
const STEPS = 10 * STEPS_PER_SECOND;

describe('a task of the load program', () => {
  let rig: LoadRig;
  let engine: StartParts;
  beforeEach(async () => {
    rig = await LoadRig.open(STEPS_PER_SECOND);
    const journey = await loadJourney('rental-market');
    engine = {
      leadMs: () => 300,
      start: (order, tell) => Promise.resolve(startEmbedded(order, journey, tell)),
    };
  });
  afterEach(() => rig.close());

  test('publishes whole windows of the clock, feels a change within 15 s, stops at once for a pause, and ends in order', async () => {
    const running = rig.run(engine);
    rig.begin();
    await rig.until(() => rig.of('good').filter(({ Fast = 0 }) => Fast > STEPS / 2).length > 0, 35_000);
    const before = rig.received('good');
    rig.append('traffic', { factor: 4, team: 'good' });
    const changedAt = Date.now();
    await rig.until(
      () => rig.received('good') - before > (STEPS_PER_SECOND * (Date.now() - changedAt)) / 1000 + 40,
      15_000,
    );
    rig.append('paused');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const paused = rig.received('good');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(rig.received('good')).toBe(paused);
    rig.end();
    await running;

    for (const { startsAt } of rig.of('good')) expect(startsAt % 10_000).toBe(0);
    expect(rig.of('good').reduce((sum, { Failed = 0, Faulty = 0 }) => sum + Failed + Faulty, 0)).toBe(0);
    expect(rig.of('hangs').reduce((sum, { Fast = 0, Acceptable = 0 }) => sum + Fast + Acceptable, 0)).toBe(0);
    const archived = [...rig.buckets.objects].filter(([name]) => name.startsWith('archive/windows/test-gameday/'));
    const lines = archived.flatMap(([, text]) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    );
    expect(lines).toHaveLength(rig.windows.size);
    expect(rig.own.filter(({ MetricName }) => MetricName === 'LoadHeartbeat').length).toBeGreaterThan(0);
    expect(rig.lines.join('')).toContain('load task ends');
    expect(rig.lines.join('')).not.toContain(credentialsOf(accountsOfRig.good).signingKey);
  }, 120_000);

  test('loses no window to throttling and an outage, and one denied team takes nobody with it', async () => {
    rig.denied.add(accountsOfRig.hangs);
    rig.begin();
    rig.aws.fail(
      ({ service, body }) => service === 'monitoring' && body.includes('Team'),
      14,
      () => jsonError('ThrottlingException'),
    );
    rig.aws.fail(
      ({ service, action }) => service === 's3' && action === 'PUT',
      7,
      () => {
        throw new Error('no route to host');
      },
    );
    const running = rig.run(engine);
    await rig.until(() => rig.of('good').filter(({ Fast = 0 }) => Fast > STEPS / 2).length >= 2, 60_000);
    rig.end();
    await running;
    const starts = rig.of('good').map(({ startsAt }) => startsAt);
    expect(starts).toEqual(starts.map((_, index) => starts[0]! + index * 10_000));
    for (const window of rig.of('hangs')) expect(window).toMatchObject({ Expected: STEPS, Fast: 0, Failed: 0 });
    expect(rig.of('hangs').length).toBeGreaterThan(0);
    expect(rig.lines.join('')).toContain('it is tried again');
  }, 120_000);
});
