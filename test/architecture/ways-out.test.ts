import { allWorks, internetReachable, serviceReachable, type NetworkState } from '../../lib/architecture/ways-out';
import type { TemplateResource } from '../../lib/core/scenario';
import { anArchitecture, theEdge } from '../arena/tiny';
import { aRouteTable, aVpc } from '../arena/vpc';

type Resources = Record<string, TemplateResource>;
const group = (egress?: object[]): Resources => ({
  Own: { Type: 'AWS::EC2::SecurityGroup', Properties: egress === undefined ? {} : { SecurityGroupEgress: egress } },
});
const { network } = anArchitecture(theEdge(), aVpc(), group());

interface Way {
  readonly from?: string;
  readonly publicAddress?: boolean;
  readonly parts?: Resources[];
  readonly state?: Partial<NetworkState>;
  readonly port?: number;
}
const caller = (parts: Resources[], from: string, publicAddress: boolean) => {
  const there = anArchitecture(theEdge(), aVpc(), group(), ...parts).network;
  const place = there.places.get(from);
  if (place === undefined) throw new Error(`no subnet ${from}`);
  return [there, { groups: ['Own'], place, publicAddress }] as const;
};
function getsOut({ from = 'InnerB', publicAddress = false, parts = [], state = {}, port = 443 }: Way): boolean {
  const [there, own] = caller(parts, from, publicAddress);
  return internetReachable(there, own, port, { ...allWorks, ...state });
}
function getsTo(service: string, { from = 'InnerB', publicAddress = false, parts = [], state = {} }: Way): boolean {
  const [there, own] = caller(parts, from, publicAddress);
  return serviceReachable(there, own, service, { ...allWorks, ...state });
}

/** Takes the place of something else. */
const vpc = { Type: 'AWS::EC2::VPC', Properties: {} };
const nowhere = { InnerBDefault: vpc };
const only = (port: number) => group([{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: port, ToPort: port }]);

describe('the internet is reached', () => {
  test.each<[string, Way, boolean]>([
    ['from a public subnet with a public address', { from: 'SubnetA', publicAddress: true }, true],
    ['not from there without one', { from: 'SubnetA' }, false],
    ['from a private subnet through its NAT gateway', {}, true],
    ['not when no NAT gateway works', { state: { natIsLost: true } }, false],
    ['not when the NAT gateway’s own zone is out', { state: { zoneIsOut: (zone) => zone === 0 } }, false],
    ['also when another zone is out', { state: { zoneIsOut: (zone) => zone === 1 } }, true],
    ['not through a NAT gateway in a subnet that has no way itself', { parts: [{ SubnetADefault: vpc }] }, false],
    ['not without a route', { parts: [nowhere] }, false],
    ['not past a security group that lets out other ports', { parts: [only(80)] }, false],
    ['on the port that its security group lets out', { parts: [only(80)], port: 80 }, true],
    ['not past a security group that lets nothing out', { parts: [group([])] }, false],
    [
      'from an instance’s subnet by a gateway that the template does not hold',
      {
        parts: [aRouteTable('InnerB', { TransitGatewayId: 'tgw-1' })],
      },
      true,
    ],
  ])('%s', (_rule, way, reached) => {
    expect(getsOut(way)).toBe(reached);
  });

  test('from everywhere in a template that has no route tables: it is assumed', () => {
    const place = anArchitecture(theEdge()).network.places.get('SubnetA');
    if (place === undefined) throw new Error('no subnet');
    const own = { groups: ['Open'], place, publicAddress: false };
    expect(internetReachable(anArchitecture(theEdge()).network, own, 443, allWorks)).toBe(true);
  });

  test('not from a subnet without a route table of its own: the main one leads nowhere', () => {
    const lone = { Lone: { Type: 'AWS::EC2::Subnet', Properties: { CidrBlock: '10.0.20.0/24' } } };
    expect(getsOut({ from: 'Lone', publicAddress: true, parts: [lone] })).toBe(false);
  });

  test('an Elastic IP address tells that an instance has a public one', () => {
    const tied = { Address: { Type: 'AWS::EC2::EIP', Properties: { InstanceId: { Ref: 'Box' } } } };
    const box = { Box: { Type: 'AWS::EC2::Instance', Properties: {} } };
    expect([...anArchitecture(tied, box).network.addressed]).toEqual(['Box']);
    expect([...network.addressed]).toEqual([]);
  });
});

describe('an AWS service is reached', () => {
  const name = (service: string) => ({ 'Fn::Join': ['', ['com.amazonaws.', { Ref: 'AWS::Region' }, `.${service}`]] });
  const endpoint = (service: string, properties: Record<string, unknown>): Resources => ({
    Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: { ServiceName: name(service), ...properties } },
  });
  const gateway = endpoint('dynamodb', { RouteTableIds: [{ Ref: 'InnerBRoutes' }], VpcEndpointType: 'Gateway' });
  const door = (peer: object): Resources => ({
    Door: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: { SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...peer }] },
    },
  });
  const face = endpoint('sqs', {
    VpcEndpointType: 'Interface',
    SubnetIds: [{ Ref: 'InnerA' }],
    SecurityGroupIds: [{ Ref: 'Door' }],
  });
  const open = door({ SourceSecurityGroupId: { 'Fn::GetAtt': ['Own', 'GroupId'] } });

  test.each<[string, string, Way, boolean]>([
    ['over the internet', 'dynamodb', {}, true],
    ['not without a way out', 'dynamodb', { parts: [nowhere] }, false],
    ['by a gateway endpoint in the subnet’s route table', 'dynamodb', { parts: [nowhere, gateway] }, true],
    ['not by one of another service', 'sqs', { parts: [nowhere, gateway] }, false],
    [
      'not by one in another subnet’s route table',
      'dynamodb',
      { from: 'InnerA', parts: [gateway], state: { natIsLost: true } },
      false,
    ],
    ['not past a security group that lets nothing out', 'dynamodb', { parts: [gateway, group([])] }, false],
    ['by an interface endpoint that lets it in', 'sqs', { parts: [nowhere, face, open] }, true],
    ['not by one that lets others in', 'sqs', { parts: [nowhere, face, door({ CidrIp: '10.9.0.0/16' })] }, false],
    [
      'not by one whose only zone is out',
      'sqs',
      { parts: [nowhere, face, open], state: { zoneIsOut: (zone) => zone === 0 } },
      false,
    ],
  ])('%s (%s)', (_rule, service, way, reached) => {
    expect(getsTo(service, way)).toBe(reached);
  });
});
