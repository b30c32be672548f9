import { canonicalJson } from '../core/canonical';
import { readEndpoints, readExits, type Endpoint, type Exit } from './exits';
import { list, object, type Properties, type Values } from './values';

/** A subnet to put something into. Zones are numbered from 0 in the order in which the template's subnets first name them. */
export interface Place {
  readonly subnet: string;
  readonly zone: number;
  readonly publicAddress: boolean;
  /** `undefined` when the template does not say it as text. */
  readonly cidr: string | undefined;
}

export interface SecurityRule {
  /** A security group's logical id, a CIDR, or `undefined` for a peer that cannot be read, which then is nobody. */
  readonly peer: { readonly group: string } | { readonly cidr: string } | undefined;
  readonly fromPort: number;
  readonly toPort: number;
}

export interface SecurityGroup {
  readonly ingress: readonly SecurityRule[];
  readonly egress: readonly SecurityRule[];
}

export interface Network {
  readonly zones: number;
  readonly places: ReadonlyMap<string, Place>;
  readonly groups: ReadonlyMap<string, SecurityGroup>;
  /** By subnet. */
  readonly exits: ReadonlyMap<string, Exit>;
  readonly endpoints: readonly Endpoint[];
  /** Instances that an Elastic IP address is tied to. */
  readonly addressed: ReadonlySet<string>;
}

/** Who speaks or listens: the internet, or something in the network with these security groups. */
export type Party = 'internet' | { readonly groups: readonly string[]; readonly places: readonly Place[] };

const anywhere: SecurityRule = { peer: { cidr: '0.0.0.0/0' }, fromPort: 0, toPort: 65535 };

/** Whether a connection from one to the other on this port gets through the security groups of both. */
export function reaches(network: Network, from: Party, to: Party, port: number): boolean {
  return (
    (from === 'internet' || allows(network, from, 'egress', to, port)) &&
    (to === 'internet' || allows(network, to, 'ingress', from, port))
  );
}

function allows(
  network: Network,
  own: Exclude<Party, 'internet'>,
  way: 'ingress' | 'egress',
  peer: Party,
  port: number,
) {
  // Without a security group of its own a resource is in the VPC's default one, which lets its members in and everybody out.
  // https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
  if (own.groups.length === 0) return way === 'egress' || (peer !== 'internet' && peer.groups.length === 0);
  return own.groups.some((group) =>
    network.groups
      .get(group)
      ?.[way].some((rule) => rule.fromPort <= port && port <= rule.toPort && covers(rule.peer, peer)),
  );
}

function covers(rule: SecurityRule['peer'], peer: Party): boolean {
  if (rule === undefined) return false;
  if ('group' in rule) return peer !== 'internet' && peer.groups.includes(rule.group);
  const [block, bits] = cidrRange(rule.cidr);
  if (bits === 0) return true;
  if (peer === 'internet' || bits > 32) return false;
  return peer.places.every((place) => {
    // Blocks that the template computes are parts of the VPC's own, and so is nearly every rule that names a private block.
    if (place.cidr === undefined) return true;
    const [start, length] = cidrRange(place.cidr);
    return length >= bits && start >>> (32 - bits) === block >>> (32 - bits);
  });
}

/** First address and prefix length; a text that is no IPv4 block covers nothing (length 33), as everybody here speaks IPv4. */
function cidrRange(cidr: string): readonly [start: number, bits: number] {
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr)?.slice(1).map(Number);
  if (parts === undefined || parts.slice(0, 4).some((byte) => byte > 255) || (parts[4] ?? 33) > 32) return [0, 33];
  return [parts.slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0), parts[4] ?? 33];
}

export function readNetwork(values: Values): Network {
  const zones = new Map<string, number>();
  const places = new Map<string, Place>();
  for (const [id, properties] of values.ofType('AWS::EC2::Subnet')) {
    const zone = canonicalJson(properties['AvailabilityZone'] ?? properties['AvailabilityZoneId'] ?? id);
    if (!zones.has(zone)) zones.set(zone, zones.size);
    places.set(id, {
      subnet: id,
      zone: zones.get(zone) ?? 0,
      publicAddress: values.flag(properties['MapPublicIpOnLaunch']) ?? false,
      cidr: values.text(properties['CidrBlock']),
    });
  }
  return {
    zones: Math.max(1, zones.size),
    places,
    groups: readSecurityGroups(values),
    exits: readExits(values, places),
    endpoints: readEndpoints(values, places),
    addressed: readAddressed(values),
  };
}

function readAddressed(values: Values): Set<string> {
  const ties = [...values.ofType('AWS::EC2::EIP'), ...values.ofType('AWS::EC2::EIPAssociation')];
  return new Set(ties.flatMap(([, tie]) => values.reference(tie['InstanceId'], 'AWS::EC2::Instance') ?? []));
}

/** Subnets by reference; one that the template does not hold lies in zone 0. */
export function placesOf(values: Values, network: Network, subnets: unknown): Place[] {
  return values.references(subnets, 'AWS::EC2::Subnet').flatMap((id) => network.places.get(id) ?? []);
}
export const nowhere: Place = { subnet: '', zone: 0, publicAddress: false, cidr: undefined };
export const orNowhere = (places: readonly Place[]): readonly Place[] => (places.length > 0 ? places : [nowhere]);

function readSecurityGroups(values: Values): Map<string, SecurityGroup> {
  const groups = new Map<string, { ingress: SecurityRule[]; egress: SecurityRule[] }>();
  const read = (rule: Properties, way: 'Source' | 'Destination'): SecurityRule => readRule(values, rule, way);
  for (const [id, properties] of values.ofType('AWS::EC2::SecurityGroup')) {
    const egress = properties['SecurityGroupEgress'];
    groups.set(id, {
      ingress: list(properties['SecurityGroupIngress']).map((rule) => read(object(rule), 'Source')),
      // A new security group lets everything out until somebody writes an egress rule.
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
      egress: egress === undefined ? [anywhere] : list(egress).map((rule) => read(object(rule), 'Destination')),
    });
  }
  for (const [, rule] of values.ofType('AWS::EC2::SecurityGroupIngress')) {
    groups.get(groupOf(values, rule['GroupId']) ?? '')?.ingress.push(read(rule, 'Source'));
  }
  for (const [, rule] of values.ofType('AWS::EC2::SecurityGroupEgress')) {
    groups.get(groupOf(values, rule['GroupId']) ?? '')?.egress.push(read(rule, 'Destination'));
  }
  return groups;
}

function readRule(values: Values, rule: Properties, way: 'Source' | 'Destination'): SecurityRule {
  const group = groupOf(values, rule[`${way}SecurityGroupId`]);
  const cidr = values.text(rule['CidrIp']) ?? values.text(rule['CidrIpv6']) ?? vpcCidr(values, rule['CidrIp']);
  const peer = group !== undefined ? { group } : cidr !== undefined ? { cidr } : undefined;
  const protocol = values.text(rule['IpProtocol']);
  if (protocol === '-1') return { peer, fromPort: 0, toPort: 65535 };
  if (protocol !== 'tcp' && protocol !== '6') return { peer, fromPort: 1, toPort: 0 };
  return { peer, fromPort: values.number(rule['FromPort']) ?? 0, toPort: values.number(rule['ToPort']) ?? 65535 };
}

function vpcCidr(values: Values, value: unknown): string | undefined {
  const vpc = values.tryFind(values.reference(value, 'AWS::EC2::VPC'), 'AWS::EC2::VPC');
  return values.text(vpc?.['CidrBlock']);
}

const groupOf = (values: Values, value: unknown) => values.reference(value, 'AWS::EC2::SecurityGroup');
export const groupsOf = (values: Values, value: unknown) => values.references(value, 'AWS::EC2::SecurityGroup');
