import { World } from '../../../lib/arena/world';
import type { TemplateResource } from '../../../lib/core/scenario';
import { anApplication, anArchitecture, ask, fate, states, webGroup, webInstances, webService } from '../tiny';

const worldOf = (...parts: Parameters<typeof anArchitecture>) =>
  new World({ application: anApplication(), architecture: anArchitecture(...parts), seed: 1 });
const resource = (type: string, properties: Readonly<Record<string, unknown>>): TemplateResource => ({
  Type: `AWS::EC2::${type}`,
  Properties: properties,
});

const inside = { CidrIp: '10.0.0.0/16', IpProtocol: '-1' };

/** The security group of all servers and the load balancer, with other ways out. */
const letsOut = (egress: readonly Readonly<Record<string, unknown>>[]) => ({
  Open: resource('SecurityGroup', {
    SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 80, ToPort: 80 }],
    SecurityGroupEgress: [inside, ...egress],
  }),
});
const shutIn = letsOut([]);
const httpsOut = letsOut([{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }]);
const httpOut = letsOut([{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 80, ToPort: 80 }]);

/** Both subnets lead to an internet gateway, or to a NAT gateway in a third one. */
function routes(to: 'gateway' | 'nat') {
  const table = (name: string, way: Readonly<Record<string, unknown>>, ...subnets: string[]) => ({
    [name]: resource('RouteTable', { VpcId: 'vpc' }),
    [`${name}Route`]: resource('Route', { RouteTableId: { Ref: name }, DestinationCidrBlock: '0.0.0.0/0', ...way }),
    ...Object.fromEntries(
      subnets.map((subnet) => [
        `${name}${subnet}`,
        resource('SubnetRouteTableAssociation', { RouteTableId: { Ref: name }, SubnetId: { Ref: subnet } }),
      ]),
    ),
  });
  const gateway = { GatewayId: { Ref: 'Gateway' } };
  if (to === 'gateway')
    return { Gateway: resource('InternetGateway', {}), ...table('Public', gateway, 'SubnetA', 'SubnetB') };
  return {
    Gateway: resource('InternetGateway', {}),
    SubnetC: resource('Subnet', { AvailabilityZone: 'c', CidrBlock: '10.0.2.0/24' }),
    Nat: resource('NatGateway', { SubnetId: { Ref: 'SubnetC' } }),
    ...table('Public', gateway, 'SubnetC'),
    ...table('Private', { NatGatewayId: { Ref: 'Nat' } }, 'SubnetA', 'SubnetB'),
  };
}

/** Opens with one instance and gets another, that has to boot. */
function grow(...parts: Parameters<typeof anArchitecture>) {
  const world = worldOf(webInstances(1), ...parts);
  world.update(anArchitecture(webInstances(2), ...parts));
  world.advance(300);
  return states(world);
}
const cannotFetch = 'cannot fetch what it runs: no way out to the internet';
const failures = (world: World) => world.transitions().filter((each) => each.text === cannotFetch).length;

test.each<[name: string, parts: Parameters<typeof anArchitecture>, second: string]>([
  ['lets everything out', [], 'healthy'],
  ['lets HTTPS out', [httpsOut], 'healthy'],
  ['lets out into its own network only', [shutIn], 'unhealthy'],
  ['lets out on another port only', [httpOut], 'unhealthy'],
])('a first boot needs a security group that lets it fetch its software: one that %s', (_name, parts, second) => {
  expect(grow(...parts)).toEqual(['healthy', second]);
});

test('in a subnet with an internet gateway a first boot needs a public address', () => {
  const hidden = { AssociatePublicIpAddress: false };
  const booted = (address: Readonly<Record<string, unknown>>) => {
    const world = worldOf(webInstances(1), routes('gateway'));
    world.update(anArchitecture(webInstances(2, address), routes('gateway')));
    world.advance(300);
    return states(world);
  };
  expect(booted({})).toEqual(['healthy', 'healthy']);
  expect(booted(hidden)).toEqual(['healthy', 'unhealthy']);
});

test('in a private subnet a first boot needs a NAT gateway that works', () => {
  const settle = (lost: boolean) => {
    const world = worldOf(webGroup({ DesiredCapacity: 2 }), routes('nat'));
    if (lost) world.inflict({ kind: 'nat-loss' }, 3600);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 3 }), routes('nat')));
    world.advance(200);
    return failures(world);
  };
  expect(settle(false)).toBe(0);
  expect(settle(true)).toBeGreaterThan(0);
});

test('what has booted once needs nothing from outside to start again', () => {
  const world = worldOf(webInstances(1), shutIn);
  world.inflict({ kind: 'instance-stop', tier: 'web' }, 60);
  world.advance(300);
  expect(fate(ask(world))).toBe(200);
  expect(failures(world)).toBe(0);
});

test('user data does not run again: a stop and a start do not help, a new instance does when the way out is mended', () => {
  const world = worldOf(webInstances(1), shutIn);
  world.update(anArchitecture(webInstances(2), shutIn));
  world.advance(120);
  world.inflict({ kind: 'zone-outage', zone: 1 }, 60);
  world.advance(400);
  expect(failures(world)).toBe(1);
  expect(states(world)).toEqual(['healthy', 'unhealthy']);
  world.update(anArchitecture(webInstances(2)));
  world.advance(700);
  expect(states(world)).toEqual(['healthy', 'healthy']);
});

test('a task that cannot pull its image is stopped, and its service tries again until it can', () => {
  const world = worldOf(webService({ DesiredCount: 1 }));
  world.update(anArchitecture(webService({ DesiredCount: 2 }), shutIn));
  world.advance(600);
  expect(failures(world)).toBeGreaterThan(2);
  expect(world.targets().filter((target) => target.state === 'healthy')).toHaveLength(1);
  world.update(anArchitecture(webService({ DesiredCount: 2 })));
  world.advance(1500);
  expect(world.targets().filter((target) => target.state === 'healthy')).toHaveLength(2);
});
