import { TableThroughput } from '../../lib/arena/table';
import { World } from '../../lib/arena/world';
import { anApplication, anArchitecture, backTier, webInstances } from './tiny';

describe('a table', () => {
  const provisioned = (units: number) => ({
    id: 'T',
    tier: 'orders',
    provisioned: { readUnits: units, writeUnits: units },
  });
  const served = (table: TableThroughput, perSecond: number, from: number, seconds: number) => {
    let count = 0;
    for (let i = 0; i < perSecond * seconds; i++) if (table.take(from + i / perSecond, 0, 1)) count += 1;
    return count;
  };

  test('serves a burst out of what was not used in the last five minutes, then its rate', () => {
    const table = new TableThroughput(provisioned(2));
    // Saved up are 600 units, and two come every second.
    expect(served(table, 10, 0, 60)).toBe(600);
    expect(served(table, 10, 60, 30)).toBeGreaterThan(170);
    expect(served(table, 10, 100, 100)).toBeLessThanOrEqual(220);
  });

  test('serves everything on demand', () => {
    expect(served(new TableThroughput({ id: 'T', tier: 'orders', provisioned: undefined }), 1000, 0, 10)).toBe(10_000);
  });

  test('that gets more units serves more at once, without a saved-up burst', () => {
    const table = new TableThroughput(provisioned(1));
    served(table, 100, 0, 10);
    table.configure(provisioned(50), 10);
    expect(table.take(10, 0, 1)).toBe(false);
    expect(served(table, 100, 10, 10)).toBeGreaterThan(490);
    expect(table.usePerHour()).toEqual({ reads: 0, writes: 0 });
  });

  test('that throttles makes the application fail after its retries', () => {
    const parts = (units: number) => [
      webInstances(1),
      backTier({ ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: units } }),
    ];
    const world = new World({
      application: anApplication({ journey: ['buy'] }),
      architecture: anArchitecture(...parts(1)),
      seed: 3,
    });
    // Two a second too many: the burst of 300 is used up after 100 s.
    world.plan(() => 4);
    world.advance(600);
    expect(world.counts(0).failed).toBe(0);
    expect(world.counts(8).failed / world.counts(8).expected).toBeGreaterThan(0.5);
    world.update(anArchitecture(...parts(100)));
    world.advance(720);
    expect(world.counts(11).failed).toBe(0);
  });

  test('on demand tells how much it is used', () => {
    const world = new World({
      application: anApplication({ journey: ['buy'] }),
      architecture: anArchitecture(webInstances(1), backTier()),
      seed: 3,
    });
    world.plan(() => 10);
    world.advance(900);
    const table = world.resources().find((each) => each.kind === 'table');
    expect(table).toMatchObject({ mode: 'on-demand', readsPerHour: 0 });
    const writes = table?.kind === 'table' && table.mode === 'on-demand' ? table.writesPerHour : 0;
    expect(writes / 36_000).toBeCloseTo(1, 1);
  });
});
