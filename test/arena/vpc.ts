import type { TemplateResource } from '../../lib/core/scenario';

type Resources = Record<string, TemplateResource>;
const resource = (type: string, properties: Record<string, unknown>): TemplateResource => ({
  Type: `AWS::EC2::${type}`,
  Properties: properties,
});

/** A route table of its own for a subnet; `to` is what leads to the internet, nothing for none. */
export const aRouteTable = (subnet: string, to?: Record<string, unknown>): Resources => ({
  [`${subnet}Routes`]: resource('RouteTable', { VpcId: { Ref: 'Vpc' } }),
  [`${subnet}Tie`]: resource('SubnetRouteTableAssociation', {
    RouteTableId: { Ref: `${subnet}Routes` },
    SubnetId: { Ref: subnet },
  }),
  ...(to && {
    [`${subnet}Default`]: resource('Route', {
      RouteTableId: { Ref: `${subnet}Routes` },
      DestinationCidrBlock: '0.0.0.0/0',
      ...to,
    }),
  }),
});

/**
 * Over the two public subnets of `theEdge`: their routes to an internet gateway, and private subnets `InnerA` and `InnerB` that send
 * through one NAT gateway in `SubnetA`.
 */
export function aVpc(): Resources {
  const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
  return {
    Gateway: resource('InternetGateway', {}),
    ...aRouteTable('SubnetA', { GatewayId: { Ref: 'Gateway' } }),
    ...aRouteTable('SubnetB', { GatewayId: { Ref: 'Gateway' } }),
    Nat: resource('NatGateway', { SubnetId: { Ref: 'SubnetA' }, AllocationId: 'eipalloc-1' }),
    InnerA: resource('Subnet', { AvailabilityZone: zone(0), CidrBlock: '10.0.10.0/24' }),
    InnerB: resource('Subnet', { AvailabilityZone: zone(1), CidrBlock: '10.0.11.0/24' }),
    ...aRouteTable('InnerA', { NatGatewayId: { Ref: 'Nat' } }),
    ...aRouteTable('InnerB', { NatGatewayId: { Ref: 'Nat' } }),
  };
}
