import { applyPatch } from '../../../lib/architecture/difference';
import { readArchitecture } from '../../../lib/architecture/read';
import { weaknessPatches } from '../../../lib/rehearsal/stage/weakness-patches';
import { synthesise, type Synthesis } from '../../../lib/scenarios/synth';
import { scenario } from '../../../scenarios/rental-market/scenario';
import { ConsoleDesk } from './desk';

jest.setTimeout(60_000);

let synthesis: Synthesis;
beforeAll(async () => {
  synthesis = await synthesise('rental-market');
});

/** What a person does about each weakness, as its repair says in words. */
const repairs: Readonly<Record<string, (desk: ConsoleDesk) => Promise<unknown>>> = {
  'starved-table': (desk) =>
    desk.change(
      ['BookingsTable', 'BillingMode', 'PAY_PER_REQUEST'],
      ['BookingsTable', 'ProvisionedThroughput/ReadCapacityUnits'],
      ['BookingsTable', 'ProvisionedThroughput/WriteCapacityUnits'],
    ),
  'lonely-bookings': (desk) =>
    desk.change(
      ['BookingsService', 'DesiredCount', 2],
      ['BookingsServiceTaskCountTarget', 'MinCapacity', 2],
      ['BookingsServiceTaskCountTarget', 'MaxCapacity', 8],
    ),
  'spent-credits': (desk) =>
    desk.change(
      ['CatalogueSecond', 'InstanceType', 't4g.small'],
      ['CatalogueSecond', 'CreditSpecification/CPUCredits', 'unlimited'],
    ),
  'single-catalogue': async (desk) =>
    desk.change(['CatalogueTargets', 'Targets', await ids(desk, 'CatalogueFirst', 'CatalogueSecond')]),
  'one-zone': async (desk) =>
    desk.change(
      ['StorefrontGroupASG', 'VPCZoneIdentifier', await ids(desk, 'VpcAppSubnet1Subnet', 'VpcAppSubnet2Subnet')],
      [
        'BookingsService',
        'NetworkConfiguration/AwsvpcConfiguration/Subnets',
        await ids(desk, 'VpcTasksSubnet1Subnet', 'VpcTasksSubnet2Subnet'),
      ],
    ),
  'slow-health-check': (desk) =>
    desk.change(
      ['CatalogueTargets', 'HealthCheckIntervalSeconds', 10],
      ['CatalogueTargets', 'HealthCheckTimeoutSeconds', 4],
      ['CatalogueTargets', 'UnhealthyThresholdCount', 2],
    ),
  'no-room-to-grow': (desk) => desk.change(['StorefrontGroupASG', 'MaxSize', 8]),
  'blind-health-check': (desk) => desk.change(['StorefrontTargets', 'HealthCheckPath', '/health']),
  'muted-alarm': (desk) =>
    desk.change(['CatalogueFirstFrozen', 'ActionsEnabled', true], ['CatalogueSecondFrozen', 'ActionsEnabled']),
  'dead-end-road': (desk) => desk.change(['VpcTasksSubnet2DefaultRoute', 'DestinationCidrBlock', '0.0.0.0/0']),
  'sleepy-scaling': (desk) =>
    desk.change(
      ['StorefrontGroupScalingPolicyCpu', 'EstimatedInstanceWarmup', 90],
      ['StorefrontGroupScalingPolicyCpu', 'TargetTrackingConfiguration/TargetValue', 50],
    ),
  'lights-left-on': async (desk) => {
    for (const name of ['Reporting', 'Gateway', 'Address', 'SecurityGroup']) {
      expect(await desk.remove(`Forgotten${name}`)).toBeUndefined();
    }
  },
  'tight-memory': (desk) => desk.change(['BookingsTask', 'ContainerDefinitions/1/Memory']),
  'big-bang-deployment': (desk) =>
    desk.change(
      ['BookingsService', 'DeploymentConfiguration/MinimumHealthyPercent', 100],
      ['BookingsService', 'DeploymentConfiguration/MaximumPercent', 200],
      ['BookingsService', 'DeploymentConfiguration/DeploymentCircuitBreaker/Enable', true],
      ['BookingsService', 'DeploymentConfiguration/DeploymentCircuitBreaker/Rollback', true],
      ['BookingsService', 'AvailabilityZoneRebalancing'],
    ),
};

const ids = (desk: ConsoleDesk, ...names: readonly string[]): Promise<string[]> =>
  Promise.all(names.map((name) => desk.id(name)));

test('of every weakness of the rental market it is known how a person repairs it', () => {
  expect(Object.keys(repairs).sort()).toEqual(scenario.weaknesses.map(({ id }) => id).sort());
});

test.each(Object.keys(repairs))(
  'a person repairs %s on the console: what runs then is what should have been built',
  async (id) => {
    const desk = await ConsoleDesk.open(synthesis);
    expect(await desk.takeOver()).toBeUndefined();
    expect(await repairs[id]?.(desk)).toBeUndefined();

    expect(desk.team.present()).toEqual(
      desk.rehearsal.stage
        .find('red')
        .present()
        .filter((each) => each !== id),
    );
    const asBuilt = applyPatch(synthesis.spoiled, weaknessPatches(synthesis).repairs.get(id) ?? []);
    expect(modelled(desk.team.template)).toEqual(modelled(asBuilt));
    desk.rehearsal.stage.advance(60);
    expect(desk.journal.facts().filter(({ type }) => type === 'repaired')).toMatchObject([
      { team: 'blue', weakness: id },
    ]);
  },
);

/** What the arena acts on. That roles are left which nobody has changes nothing. */
function modelled(template: Parameters<typeof readArchitecture>[0]) {
  const { notModelled: _words, ...architecture } = readArchitecture(template);
  return architecture;
}
