import type { Place } from './network';
import { list, object, type Values } from './values';

/**
 * Where a subnet's packets for the internet go: to an internet gateway, for which a sender needs a public address of its own; to a NAT
 * gateway, which sends for those without; nowhere; or, when the template does not say, somewhere that works.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export type Exit =
  | { readonly kind: 'internet' | 'none' | 'assumed' }
  | { readonly kind: 'nat'; readonly gateway: string; readonly zone: number };

/**
 * A VPC endpoint: a way to one AWS service that needs no internet.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
 */
export interface Endpoint {
  readonly id: string;
  /** Last part of the service's name: `s3`, `dynamodb`, `sqs`, `secretsmanager`. */
  readonly service: string;
  /** Subnets from which a gateway endpoint is reached, by their route tables; `undefined`: an interface in the network. */
  readonly gatewayOf: readonly string[] | undefined;
  /** Of an interface endpoint. */
  readonly securityGroups: readonly string[];
  readonly zones: readonly number[];
}

const routeTableType = 'AWS::EC2::RouteTable';
const everywhere = '0.0.0.0/0';

/** By subnet. */
export function readExits(values: Values, places: ReadonlyMap<string, Place>): Map<string, Exit> {
  const tables = tableOfSubnet(values);
  const exits = new Map<string, Exit>();
  // A subnet that no route table is associated with has the VPC's main one, which leads nowhere but into the VPC.
  // https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html#main-route-table
  const main: Exit = { kind: values.ofType(routeTableType).length > 0 ? 'none' : 'assumed' };
  for (const subnet of places.keys()) {
    exits.set(subnet, tables.has(subnet) ? exitBy(values, places, tables.get(subnet)) : main);
  }
  for (const [subnet, exit] of exits) {
    // A NAT gateway itself needs a subnet with a route to an internet gateway.
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
    if (exit.kind === 'nat' && !leads(exits.get(subnetOfNat(values, exit.gateway))))
      exits.set(subnet, { kind: 'none' });
  }
  return exits;
}

export function readEndpoints(values: Values, places: ReadonlyMap<string, Place>): Endpoint[] {
  const tables = tableOfSubnet(values);
  return values.ofType('AWS::EC2::VPCEndpoint').map(([id, properties]) => {
    const routeTables = values.references(properties['RouteTableIds'], routeTableType);
    const inSubnets = values.references(properties['SubnetIds'], 'AWS::EC2::Subnet');
    return {
      id,
      service: serviceName(properties['ServiceName']),
      gatewayOf:
        values.text(properties['VpcEndpointType']) === 'Interface'
          ? undefined
          : [...tables].flatMap(([subnet, table]) =>
              table !== undefined && routeTables.includes(table) ? [subnet] : [],
            ),
      securityGroups: values.references(properties['SecurityGroupIds'], 'AWS::EC2::SecurityGroup'),
      zones: inSubnets.flatMap((subnet) => places.get(subnet)?.zone ?? []),
    };
  });
}

const leads = (exit: Exit | undefined) => exit === undefined || exit.kind === 'internet' || exit.kind === 'assumed';

/** Route tables by subnet; `undefined` for one that the template does not hold. */
function tableOfSubnet(values: Values): Map<string, string | undefined> {
  const associations = values.ofType('AWS::EC2::SubnetRouteTableAssociation');
  return new Map(
    associations.flatMap(([, properties]) => {
      const subnet = values.reference(properties['SubnetId'], 'AWS::EC2::Subnet');
      return subnet === undefined ? [] : [[subnet, values.reference(properties['RouteTableId'], routeTableType)]];
    }),
  );
}

function exitBy(values: Values, places: ReadonlyMap<string, Place>, table: string | undefined): Exit {
  if (table === undefined) return { kind: 'assumed' };
  const ways = values
    .ofType('AWS::EC2::Route')
    .filter(([, route]) => values.reference(route['RouteTableId'], routeTableType) === table)
    .filter(([, route]) => values.text(route['DestinationCidrBlock']) === everywhere);
  const found = ways.map(([, route]): Exit => {
    const gateway = values.reference(route['NatGatewayId'], 'AWS::EC2::NatGateway');
    if (gateway !== undefined) {
      return { kind: 'nat', gateway, zone: places.get(subnetOfNat(values, gateway))?.zone ?? 0 };
    }
    if (values.reference(route['GatewayId'], 'AWS::EC2::InternetGateway') !== undefined) return { kind: 'internet' };
    // Transit gateways, NAT instances, gateways from elsewhere.
    return { kind: 'assumed' };
  });
  return found[0] ?? { kind: 'none' };
}

const subnetOfNat = (values: Values, gateway: string) =>
  values.reference(values.tryFind(gateway, 'AWS::EC2::NatGateway')?.['SubnetId'], 'AWS::EC2::Subnet') ?? '';

/** `com.amazonaws.eu-west-1.s3` is `s3`, also when the Region is put in by an intrinsic function. */
function serviceName(value: unknown): string {
  const texts = typeof value === 'string' ? [value] : [...joined(value)];
  return texts.join('').split('.').at(-1) ?? '';
}
function joined(value: unknown): readonly string[] {
  const join = list(object(value)['Fn::Join'])[1];
  const sub = object(value)['Fn::Sub'];
  return typeof sub === 'string' ? [sub] : list(join).filter((part) => typeof part === 'string');
}
