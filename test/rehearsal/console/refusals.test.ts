import { synthesise, type Synthesis } from '../../../lib/scenarios/synth';
import { ConsoleDesk } from './desk';

jest.setTimeout(60_000);

let synthesis: Synthesis;
/** Shared: what is refused changes nothing. */
let taken: ConsoleDesk;
beforeAll(async () => {
  synthesis = await synthesise('rental-market');
  taken = await ConsoleDesk.open(synthesis);
  expect(await taken.takeOver()).toBeUndefined();
});

type Ask = (desk: ConsoleDesk) => Promise<string | undefined>;

test.each<[rule: string, ask: Ask, reason: RegExp]>([
  [
    'a health check that lasts longer than its interval',
    (desk) => desk.change(['CatalogueTargets', 'HealthCheckIntervalSeconds', 10]),
    /Health check interval must be greater than the timeout: 10 s is not greater than 60 s/,
  ],
  [
    'an interval beyond what AWS takes',
    (desk) => desk.change(['CatalogueTargets', 'HealthCheckIntervalSeconds', 4]),
    /Invalid value '4' for HealthCheckIntervalSeconds: it must be between 5 and 300/,
  ],
  [
    'a number that is none',
    (desk) => desk.change(['StorefrontGroupASG', 'MaxSize', 'many']),
    /Invalid value 'many' for MaxSize: it must be a number/,
  ],
  ['half an instance', (desk) => desk.change(['StorefrontGroupASG', 'MaxSize', 2.5]), /it must be a whole number/],
  [
    'a maximum below the minimum',
    (desk) => desk.change(['StorefrontGroupASG', 'MaxSize', 1]),
    /Max bound, 1, must be greater than or equal to min bound, 2/,
  ],
  [
    'a desired capacity beyond its bounds',
    (desk) => desk.change(['StorefrontGroupASG', 'DesiredCapacity', 5]),
    /Desired capacity: 5 must be between the specified min size: 2 and max size: 2/,
  ],
  [
    'a table on demand that still has units',
    (desk) => desk.change(['BookingsTable', 'BillingMode', 'PAY_PER_REQUEST']),
    /Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST/,
  ],
  [
    'a provisioned table without units',
    (desk) => desk.change(['BookingsTable', 'ProvisionedThroughput/ReadCapacityUnits']),
    /must both be specified when BillingMode is PROVISIONED/,
  ],
  [
    'an instance type that nobody has',
    (desk) => desk.change(['CatalogueFirst', 'InstanceType', 'constructor.x']),
    /there is no such instance type/,
  ],
  [
    'an instance type that the image does not run on',
    (desk) => desk.change(['CatalogueFirst', 'InstanceType', 't3.small']),
    /The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64'/,
  ],
  [
    'credits of an instance type without any',
    (desk) => desk.change(['CatalogueFirst', 'InstanceType', 'c7g.medium']),
    /The parameter CreditSpecification is not supported for instance type c7g.medium/,
  ],
  [
    'a deployment without room for a task',
    (desk) => desk.change(['BookingsService', 'DeploymentConfiguration/MinimumHealthyPercent', 100]),
    /maximumPercent \(100\) must be greater than minimumHealthyPercent \(100\)/,
  ],
  [
    'rebalancing without room for a task',
    (desk) => desk.change(['BookingsService', 'AvailabilityZoneRebalancing', 'ENABLED']),
    /Availability Zone rebalancing needs a maximumPercent above 100/,
  ],
  [
    'a task of a size that Fargate has not',
    (desk) => desk.change(['BookingsTask', 'Memory', 8192]),
    /No Fargate configuration exists for given values: 512 CPU, 8192 memory/,
  ],
  [
    'a container larger than its task',
    (desk) => desk.change(['BookingsTask', 'ContainerDefinitions/1/Memory', 2048]),
    /Invalid setting for container 'App'/,
  ],
  [
    'a route to nowhere',
    (desk) => desk.change(['VpcTasksSubnet2DefaultRoute', 'GatewayId']),
    /A route needs exactly one target/,
  ],
  [
    'a block that is none',
    (desk) => desk.change(['VpcTasksSubnet2DefaultRoute', 'DestinationCidrBlock', '0.0.0.0/33']),
    /must be a CIDR block/,
  ],
  [
    'a second route of one block',
    (desk) => desk.create('route', 'VpcTasksSubnet1RouteTable'),
    /The route identified by 0.0.0.0\/0 already exists/,
  ],
  [
    'a policy without a target',
    (desk) => desk.change(['StorefrontGroupScalingPolicyCpu', 'TargetTrackingConfiguration/TargetValue']),
    /TargetValue is required/,
  ],
  [
    'targets that are no instances',
    (desk) => desk.change(['CatalogueTargets', 'Targets', ['__proto__']]),
    /Invalid value '__proto__' for Targets: there is no such thing/,
  ],
  ['no subnet at all', (desk) => desk.change(['StorefrontGroupASG', 'VPCZoneIdentifier', []]), /it needs at least 1/],
  [
    'what is fixed',
    (desk) => desk.change(['CatalogueTargets', 'TargetType', 'ip']),
    /TargetType cannot be changed once the resource is there/,
  ],
  [
    'what the console does not know',
    (desk) => desk.change(['CatalogueFirst', 'UserData', 'rm -rf /']),
    /Encountered unsupported property UserData of AWS::EC2::Instance/,
  ],
  [
    'a place in a list that is not there',
    (desk) => desk.change(['BookingsTask', 'ContainerDefinitions/7/Memory', 512]),
    /Encountered unsupported property/,
  ],
  [
    'a resource that is not there',
    (desk) => desk.ask('POST', 'changes', { changes: [{ resource: 'constructor', path: ['MaxSize'], value: 3 }] }),
    /Resource constructor does not exist/,
  ],
  [
    'the second of two changes, and with it the first',
    (desk) => desk.change(['StorefrontGroupASG', 'MaxSize', 8], ['CatalogueTargets', 'HealthCheckPath', 'health']),
    /must begin with \//,
  ],
  ['to delete what others refer to', (desk) => desk.remove('ForgottenAddress'), /Unresolved resource dependencies/],
  ['to delete the whole shop', (desk) => desk.remove('LoadBalancer'), /cannot be deleted here/],
  ['to make a policy of a table', (desk) => desk.create('target-tracking', 'BookingsTable'), /cannot be made of/],
  [
    'to start what runs',
    (desk) => desk.operate('start', 'CatalogueFirst-1'),
    /not in a state from which it can be started/,
  ],
  ['to reboot a task', (desk) => desk.operate('reboot', 'BookingsService-1'), /A task of ECS can only be stopped/],
  ['to reboot what is not there', (desk) => desk.operate('reboot', 'CatalogueFirst-9'), /does not exist/],
  ['to deploy a table anew', (desk) => desk.operate('redeploy', 'BookingsTable'), /does not support the operation/],
  ['to take over twice', (desk) => desk.takeOver(), /A person plays this team already/],
])('%s is refused in words, and changes nothing', async (_rule, ask, reason) => {
  const before = taken.team.template;
  expect(await ask(taken)).toMatch(reason);
  expect(taken.team.template).toBe(before);
  expect(taken.office.failures).toEqual([]);
});

test('while a bot plays the team nothing can be changed, and everything can be seen', async () => {
  const desk = await ConsoleDesk.open(synthesis);
  const asks: Ask[] = [
    () => desk.change(['StorefrontGroupASG', 'MaxSize', 8]),
    () => desk.create('route', 'VpcTasksSubnet2RouteTable'),
    () => desk.remove('ForgottenReporting'),
    () => desk.operate('reboot', 'CatalogueFirst-1'),
    () => desk.ask('POST', 'seat', { taken: false }),
  ];
  for (const ask of asks) expect(await ask(desk)).toMatch(/A bot plays this team/);
  expect((await desk.sight()).player).toBe('bot');
  expect(desk.journal.facts()).toHaveLength(1);
});

test('what is seen says nothing of weaknesses: what runs, settings by their AWS names, and nothing else of the template', async () => {
  const { resources, servers } = await taken.sight();
  const targets = resources.find(({ id }) => id.startsWith('RentalMarketStorefrontTargets'));
  expect(targets).toMatchObject({
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    service: 'Elastic Load Balancing',
  });
  expect(targets?.settings.find(({ path }) => path[0] === 'HealthCheckPath')?.value).toBe('/static/ok');
  expect(servers.find(({ id }) => id.startsWith('RentalMarketCatalogueFirst'))).toMatchObject({
    state: 'running',
    statusCheck: 'passed',
    targets: [{ health: 'healthy' }],
  });
  expect(JSON.stringify(resources)).not.toMatch(/cfn-lint|Metadata|UserData|weakness/);
});
