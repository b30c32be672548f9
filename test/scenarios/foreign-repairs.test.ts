import { applyPatch, type Change } from '../../lib/architecture/difference';
import type { GameDayEvent } from '../../lib/core/event/event';
import type { Template } from '../../lib/core/scenario';
import { playGame } from '../../lib/lab/play-game';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { synthesise, type Synthesis } from '../../lib/scenarios/synth';
import { scenario } from '../../scenarios/rental-market/scenario';

jest.setTimeout(120_000);

let synthesis: Synthesis;
let event: GameDayEvent;
let clean: number;
beforeAll(async () => {
  synthesis = await synthesise('rental-market');
  event = await readEventFile('scenarios/rental-market/event.yaml');
  clean = pointsOf(synthesis.good);
});

/** Points of a team that takes over this template and does nothing all day. */
function pointsOf(template: Template): number {
  const variant = { kind: 'clean', id: 'clean', title: 'The stack under test' } as const;
  return playGame({ scenario, event, synthesis: { ...synthesis, good: template } }, { variant, seed: 3 }).points;
}

/** Logical id of the only resource whose id, without the hash that CDK appends, is this. */
function idOf(name: string): string {
  const ids = Object.keys(synthesis.good.Resources).filter((id) => id.slice(0, -8) === `RentalMarket${name}`);
  expect(ids).toHaveLength(1);
  return ids[0]!;
}

const set = (resource: string, path: string, value: unknown): Change => ({
  kind: 'set',
  path: ['Resources', idOf(resource), 'Properties', ...path.split('.')],
  value,
});
const ref = (resource: string) => ({ Ref: idOf(resource) });

test.each<[string, string, () => Change[]]>([
  [
    'another instance type in place of unlimited credits',
    'spent-credits',
    () => [
      set('CatalogueSecond', 'InstanceType', 'c7g.medium'),
      { kind: 'remove', path: ['Resources', idOf('CatalogueSecond'), 'Properties', 'CreditSpecification'] },
    ],
  ],
  [
    'more tasks, and none of them by scaling',
    'lonely-bookings',
    () => [
      set('BookingsService', 'DesiredCount', 5),
      set('BookingsServiceTaskCountTarget', 'MinCapacity', 5),
      set('BookingsServiceTaskCountTarget', 'MaxCapacity', 5),
    ],
  ],
  [
    'a health check that asks for a page of the shop',
    'blind-health-check',
    () => [set('StorefrontTargets', 'HealthCheckPath', '/rentals/r-1')],
  ],
  [
    'a provisioned table with units enough',
    'starved-table',
    () => [set('BookingsTable', 'ProvisionedThroughput', { ReadCapacityUnits: 30, WriteCapacityUnits: 30 })],
  ],
  [
    'larger instances in place of more',
    'no-room-to-grow',
    () => [set('StorefrontLaunchTemplate', 'LaunchTemplateData.InstanceType', 'm7g.xlarge')],
  ],
  [
    'a third instance in place of the one that stands idle',
    'single-catalogue',
    () => [
      { kind: 'set', path: ['Resources', 'Third'], value: synthesis.good.Resources[idOf('CatalogueSecond')] },
      { kind: 'set', path: ['Resources', 'ThirdFrozen'], value: alarmOf('Third') },
      set('CatalogueTargets', 'Targets', [{ Id: ref('CatalogueFirst') }, { Id: { Ref: 'Third' } }]),
    ],
  ],
  [
    'tasks in other subnets, from which there is a way out',
    'dead-end-road',
    () => [
      set('BookingsService', 'NetworkConfiguration.AwsvpcConfiguration.Subnets', [
        ref('VpcAppSubnet1Subnet'),
        ref('VpcAppSubnet2Subnet'),
      ]),
    ],
  ],
])('%s makes up for %s', (_repair, weakness, changes) => {
  const spoiled = synthesis.spoiledBy[weakness]!;
  const loss = clean - pointsOf(spoiled);
  expect(loss).toBeGreaterThan(0.01 * clean);
  const left = clean - pointsOf(applyPatch(spoiled, changes()));
  expect(left).toBeLessThan(Math.min(0.03 * clean, 0.5 * loss));
});

/** The alarm that reboots the second catalogue instance, for another one. */
function alarmOf(instance: string): unknown {
  const alarm = synthesis.good.Resources[idOf('CatalogueSecondFrozen')]!;
  const Dimensions = [{ Name: 'InstanceId', Value: { Ref: instance } }];
  return { ...alarm, Properties: { ...alarm.Properties, Dimensions } };
}
