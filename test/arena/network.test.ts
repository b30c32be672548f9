import { World } from '../../lib/arena/world';
import type { Fault } from '../../lib/core/experiments/fault';
import type { TemplateResource } from '../../lib/core/scenario';
import { anApplication, anArchitecture, ask, backTier, fate, states, webInstances } from './tiny';
import { aVpc } from './vpc';

type Resources = Record<string, TemplateResource>;
const aWorld = (...parts: Resources[]) =>
  new World({ application: anApplication(), architecture: anArchitecture(...parts), seed: 1 });
const group = (ingress: object[], egress?: object[]): TemplateResource => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { SecurityGroupIngress: ingress, ...(egress && { SecurityGroupEgress: egress }) },
});
const anybody = { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 80, ToPort: 80 };
const inGroup = (id: string) => ({ SecurityGroupIds: [{ 'Fn::GetAtt': [id, 'GroupId'] }] });

describe('unreachable and refused are not the same', () => {
  test('a security group without a rule swallows: nobody hears anything, and health checks time out', () => {
    const world = aWorld(webInstances(1, inGroup('Shut')), { Shut: group([]) });
    expect(fate(ask(world))).toBe('timeout');
    world.advance(60);
    expect(states(world)).toEqual(['unhealthy']);
  });

  test('a rule for another port swallows too', () => {
    const wrong = group([{ ...anybody, FromPort: 8080, ToPort: 8080 }]);
    expect(fate(ask(aWorld(webInstances(1, inGroup('Wrong')), { Wrong: wrong })))).toBe('timeout');
  });

  test('a server whose program is not up refuses at once: 502', () => {
    const world = aWorld(webInstances(1));
    world.update(anArchitecture(webInstances(1, { UserData: 'another program' })));
    world.advance(16);
    expect(fate(ask(world))).toBe(502);
  });

  test('a load balancer that lets nobody out cannot reach its targets', () => {
    const sealed = { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' };
    const balancer = {
      ...sealed,
      Properties: { Subnets: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }], SecurityGroups: [{ Ref: 'Sealed' }] },
    };
    const world = aWorld(webInstances(1), { Balancer: balancer, Sealed: group([anybody], []) });
    expect(fate(ask(world))).toBe('timeout');
  });

  test('a load balancer in subnets without a route to an internet gateway is reached by nobody', () => {
    expect(fate(ask(aWorld(webInstances(1), aVpc())))).toBe(200);
    const closed = [aVpc(), { SubnetADefault: vpc, SubnetBDefault: vpc }];
    expect(fate(ask(aWorld(webInstances(1), ...closed)))).toBe('timeout');
  });
});

const vpc = { Type: 'AWS::EC2::VPC', Properties: {} };

describe('a program that calls', () => {
  const inner = (id: string, subnet: string): Resources => {
    const { [id]: instance } = { ...webInstances(1), ...backTier() };
    return { [id]: { Type: 'AWS::EC2::Instance', Properties: { ...instance?.Properties, SubnetId: { Ref: subnet } } } };
  };
  const shop = [webInstances(1), backTier(), aVpc(), inner('Web0', 'InnerA'), inner('Back', 'InnerB')];

  test('the load balancer by its public name, or a table, needs a way out of its subnet', () => {
    expect(fate(ask(aWorld(...shop), '/buy'))).toBe(200);
    expect(fate(ask(aWorld(...shop, { InnerADefault: vpc }), '/buy'))).not.toBe(200);
    expect(fate(ask(aWorld(...shop, { InnerBDefault: vpc }), '/stock'))).not.toBe(200);
    expect(fate(ask(aWorld(...shop, { InnerADefault: vpc }), '/page'))).toBe(200);
  });

  test('a table is also reached by a gateway endpoint', () => {
    const endpoint = {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: { ServiceName: 'com.amazonaws.eu-west-1.dynamodb', RouteTableIds: [{ Ref: 'InnerBRoutes' }] },
    };
    expect(fate(ask(aWorld(...shop, { InnerBDefault: vpc, Endpoint: endpoint }), '/stock'))).toBe(200);
  });

  test('loses its way with the NAT gateway, by a fault or with its zone, and has it back with it', () => {
    const faults: Fault[] = [{ kind: 'nat-loss' }, { kind: 'zone-outage', zone: 0 }];
    for (const fault of faults) {
      const world = aWorld(...shop);
      world.inflict(fault, 60);
      expect(fate(ask(world, '/stock'))).not.toBe(200);
      world.advance(300);
      expect(fate(ask(world, '/stock'))).toBe(200);
    }
  });

  test('does not miss a NAT gateway in a zone that is still there', () => {
    const world = aWorld(...shop, inner('Back', 'InnerA'));
    world.inflict({ kind: 'zone-outage', zone: 1 }, 600);
    // Until clients have forgotten the node of the load balancer that is gone.
    world.advance(120);
    expect(fate(ask(world, '/buy'))).toBe(200);
  });
});

describe('the fault access-lost', () => {
  const lost: Fault = { kind: 'access-lost', tier: 'web' };
  const parts = (own: string) => [webInstances(2, inGroup(own)), { Own: group([anybody]), Other: group([anybody]) }];

  test('takes the rules of the tier’s security groups until it ends', () => {
    const world = aWorld(...parts('Own'));
    world.inflict(lost, 60);
    expect(fate(ask(world))).toBe('timeout');
    world.advance(120);
    expect(fate(ask(world))).toBe(200);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('is mended by another security group, too', () => {
    const world = aWorld(...parts('Own'));
    world.inflict(lost, 3600);
    world.update(anArchitecture(...parts('Other')));
    expect(fate(ask(world))).toBe(200);
  });

  test('twice over ends with the later one', () => {
    const world = aWorld(...parts('Own'));
    world.inflict(lost, 60);
    world.inflict(lost, 120);
    world.advance(90);
    expect(fate(ask(world))).toBe('timeout');
    world.advance(125);
    expect(fate(ask(world))).toBe(200);
  });
});

test('a zone that is out takes its servers and its node of the load balancer, and the others go on', () => {
  const world = aWorld(webInstances(2), aVpc());
  world.inflict({ kind: 'zone-outage', zone: 0 }, 600);
  world.advance(100);
  expect(states(world)).toEqual(['unhealthy', 'healthy']);
  expect(fate(ask(world))).toBe(200);
});
