import fc from 'fast-check';
import type { Table } from '../../../lib/architecture/data-types';
import { TableThroughput } from '../../../lib/arena/data/table';
import { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, aTemplate, backTier, webInstances } from '../tiny';
import { readArchitecture } from '../../../lib/architecture/read';
import type { TemplateResource } from '../../../lib/core/scenario';

const aTable = (properties: Record<string, unknown>, others: Record<string, TemplateResource> = {}): Table => {
  const [table] = readArchitecture(
    aTemplate({ T: { Type: 'AWS::DynamoDB::Table', Properties: properties } }, others),
  ).tables;
  if (table === undefined) throw new Error('no table was read');
  return table;
};
const provisioned = (units: number, others: Record<string, TemplateResource> = {}) =>
  aTable({ ProvisionedThroughput: { ReadCapacityUnits: units, WriteCapacityUnits: units } }, others);
const onDemand = (properties = {}) => aTable({ BillingMode: 'PAY_PER_REQUEST', ...properties });

/** How many writes of one unit are served of so many a second, evenly spread. */
function served(table: TableThroughput, perSecond: number, from: number, seconds: number): number {
  let count = 0;
  for (let i = 0; i < perSecond * seconds; i++) if (table.take(from + i / perSecond, 0, 1)) count += 1;
  return count;
}

/** Plays minutes of even writes, with the end of each minute told. */
function playMinutes(table: TableThroughput, perSecond: number, fromMinute: number, minutes: number): void {
  for (let minute = fromMinute; minute < fromMinute + minutes; minute++) {
    served(table, perSecond, minute * 60, 60);
    table.minute((minute + 1) * 60);
  }
}

describe('a provisioned table', () => {
  test('serves a burst out of what was not used in the last five minutes, then its rate', () => {
    const table = new TableThroughput(provisioned(2));
    // Saved up are 600 units, and two come every second.
    expect(served(table, 10, 0, 60)).toBe(600);
    expect(served(table, 10, 60, 30)).toBeGreaterThan(170);
    expect(served(table, 10, 100, 100)).toBeLessThanOrEqual(220);
  });

  test('has units for reads and units for writes, neither of which helps the other', () => {
    const table = new TableThroughput(provisioned(1));
    expect(served(table, 100, 0, 10)).toBeLessThanOrEqual(310);
    expect(table.take(10, 1, 0)).toBe(true);
  });

  test('serves no burst beyond what its one partition does: 1,000 writes a second', () => {
    const table = new TableThroughput(provisioned(10));
    // The bucket holds 3,000 units, yet a second begins with 1,000 and gets 1,000.
    expect(served(table, 5000, 0, 1)).toBeLessThanOrEqual(2000);
  });

  test('that gets more units serves more at once, without a saved-up burst', () => {
    const table = new TableThroughput(provisioned(1));
    served(table, 100, 0, 10);
    table.configure(provisioned(50), 10);
    expect(table.take(10, 0, 1)).toBe(false);
    expect(served(table, 100, 10, 10)).toBeGreaterThan(490);
  });

  test('never serves more than its burst and its rate together', () => {
    const loads = fc.array(
      fc.record({ perSecond: fc.integer({ min: 1, max: 60 }), seconds: fc.integer({ min: 1, max: 60 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), loads, (units, days) => {
        const table = new TableThroughput(provisioned(units));
        let [now, total] = [0, 0];
        for (const { perSecond, seconds } of days) {
          total += served(table, perSecond, now, seconds);
          now += seconds;
        }
        expect(total).toBeLessThanOrEqual(units * (300 + now));
      }),
    );
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
    // Three a second too many: the burst of 300 is used up after 100 s.
    world.plan(() => 4);
    world.advance(600);
    expect(world.counts(0).failed).toBe(0);
    expect(world.counts(8).failed / world.counts(8).expected).toBeGreaterThan(0.5);
    world.update(anArchitecture(...parts(100)));
    world.advance(720);
    expect(world.counts(11).failed).toBe(0);
  });
});

describe('a table on demand', () => {
  test('that is new serves 4,000 writes a second and no more', () => {
    const table = new TableThroughput(onDemand());
    expect(served(table, 4000, 0, 10)).toBe(40_000);
    expect(served(table, 8000, 10, 10)).toBeLessThanOrEqual(44_000);
  });

  test('serves twice of what it has served half an hour ago', () => {
    const table = new TableThroughput(
      onDemand({ WarmThroughput: { ReadUnitsPerSecond: 10, WriteUnitsPerSecond: 10 } }),
    );
    playMinutes(table, 10, 0, 29);
    expect(served(table, 20, 29 * 60, 30)).toBeLessThan(330);
    playMinutes(table, 10, 30, 3);
    expect(served(table, 20, 33 * 60, 30)).toBeGreaterThan(580);
  });

  test('serves no more than its own maximum', () => {
    const table = new TableThroughput(onDemand({ OnDemandThroughput: { MaxWriteRequestUnits: 50 } }));
    expect(served(table, 100, 0, 10)).toBeLessThanOrEqual(550);
  });

  test('tells how much it is used', () => {
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

describe('Application Auto Scaling of a table', () => {
  const scaling = (policy: Record<string, unknown> = {}): Record<string, TemplateResource> => ({
    Scalable: {
      Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      Properties: {
        MinCapacity: 5,
        MaxCapacity: 40,
        ResourceId: { 'Fn::Join': ['', ['table/', { Ref: 'T' }]] },
        ScalableDimension: 'dynamodb:table:WriteCapacityUnits',
      },
    },
    Policy: {
      Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      Properties: {
        ScalingTargetId: { Ref: 'Scalable' },
        TargetTrackingScalingPolicyConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType: 'DynamoDBWriteCapacityUtilization' },
          TargetValue: 50,
          ...policy,
        },
      },
    },
  });
  const writeUnits = (table: TableThroughput) => table.provisioned?.writeUnits;

  test('adds units after two minutes above the target, enough to get back to it', () => {
    const table = new TableThroughput(provisioned(5, scaling()));
    playMinutes(table, 6, 0, 1);
    expect(writeUnits(table)).toBe(5);
    playMinutes(table, 6, 1, 1);
    expect(writeUnits(table)).toBe(12);
    expect(table.provisioned?.readUnits).toBe(5);
  });

  test('never goes beyond its maximum', () => {
    const table = new TableThroughput(provisioned(5, scaling()));
    playMinutes(table, 60, 0, 20);
    expect(writeUnits(table)).toBe(40);
  });

  test('takes units away after fifteen quiet minutes, down to its minimum', () => {
    const table = new TableThroughput(provisioned(30, scaling()));
    playMinutes(table, 1, 0, 14);
    expect(writeUnits(table)).toBe(30);
    playMinutes(table, 1, 14, 1);
    expect(writeUnits(table)).toBe(5);
  });

  test('takes nothing away when scale-in is switched off', () => {
    const table = new TableThroughput(provisioned(30, scaling({ DisableScaleIn: true })));
    playMinutes(table, 1, 0, 30);
    expect(writeUnits(table)).toBe(30);
  });

  test('takes units away four times a day, and then once an hour', () => {
    const table = new TableThroughput(provisioned(5, scaling()));
    const drops: number[] = [];
    for (let minute = 0; minute < 240; minute++) {
      const before = writeUnits(table) ?? 0;
      playMinutes(table, minute % 20 < 3 ? 20 : 1, minute, 1);
      if ((writeUnits(table) ?? 0) < before) drops.push(minute);
    }
    expect(drops.slice(0, 4)).toEqual([17, 37, 57, 77]);
    // Every twenty minutes would be allowed otherwise.
    expect(drops.slice(4)).toEqual([137, 197]);
  });

  test('is kept when a template comes that says the same of the table', () => {
    const settings = provisioned(5, scaling());
    const table = new TableThroughput(settings);
    playMinutes(table, 10, 0, 5);
    table.configure(provisioned(5, scaling({ TargetValue: 60 })), 300);
    expect(writeUnits(table)).toBe(20);
    table.configure(provisioned(7, scaling()), 300);
    expect(writeUnits(table)).toBe(7);
  });

  test('is no policy that the arena does not have', () => {
    const { notModelled } = readArchitecture(
      aTemplate({ T: { Type: 'AWS::DynamoDB::Table', Properties: {} } }, scaling()),
    );
    expect(notModelled).toEqual([]);
  });
});
