import {
  DeleteKeyPairCommand,
  DeleteNatGatewayCommand,
  DeleteNetworkInterfaceCommand,
  DeleteTransitGatewayCommand,
  DeleteVpcEndpointsCommand,
  DeleteVpnGatewayCommand,
  DescribeAddressesCommand,
  DescribeKeyPairsCommand,
  DescribeVpnGatewaysCommand,
  EC2Client,
  paginateDescribeNatGateways,
  paginateDescribeNetworkInterfaces,
  paginateDescribeTransitGateways,
  paginateDescribeVpcEndpoints,
  ReleaseAddressCommand,
} from '@aws-sdk/client-ec2';
import { foundBy, gathered, type AwsKind } from '../place';

const ec2 = { service: 'ec2' } as const;

/** What lies in networks and costs, and keys; the networks themselves come after it. */
export const networkKinds: readonly AwsKind[] = [
  {
    ...ec2,
    type: 'nat-gateway',
    list: async (place) => {
      const client = place.client(EC2Client);
      const gateways = await gathered(paginateDescribeNatGateways({ client }, {}), ({ NatGateways }) => NatGateways);
      // A deleted one is shown for an hour. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html
      return gateways
        .filter(({ State }) => State !== 'deleted' && State !== 'failed')
        .map(({ NatGatewayId: id = '' }) => ({ id, priced: { kind: 'nat-gateway', id } as const }));
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteNatGatewayCommand({ NatGatewayId: id })),
  },
  {
    ...ec2,
    type: 'endpoint',
    list: async (place) => {
      const client = place.client(EC2Client);
      const endpoints = await gathered(
        paginateDescribeVpcEndpoints({ client }, {}),
        ({ VpcEndpoints }) => VpcEndpoints,
      );
      const standing = endpoints.filter(({ State }) => State?.toLowerCase() !== 'deleted');
      return foundBy(standing, ({ VpcEndpointId }) => VpcEndpointId);
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] })),
  },
  {
    ...ec2,
    type: 'transit-gateway',
    list: async (place) => {
      const client = place.client(EC2Client);
      const pages = paginateDescribeTransitGateways({ client }, {});
      const gateways = await gathered(pages, ({ TransitGateways }) => TransitGateways);
      const own = gateways.filter(({ State, OwnerId }) => State !== 'deleted' && OwnerId === place.account);
      return foundBy(own, ({ TransitGatewayId }) => TransitGatewayId);
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteTransitGatewayCommand({ TransitGatewayId: id })),
  },
  {
    ...ec2,
    type: 'vpn-gateway',
    list: async (place) => {
      const { VpnGateways = [] } = await place.client(EC2Client).send(new DescribeVpnGatewaysCommand({}));
      return foundBy(
        VpnGateways.filter(({ State }) => State !== 'deleted'),
        ({ VpnGatewayId }) => VpnGatewayId,
      );
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteVpnGatewayCommand({ VpnGatewayId: id })),
  },
  {
    ...ec2,
    type: 'network-interface',
    // Those of AWS's own services are listed too: they go with what they belong to, and so betray what no other kind sees.
    list: async (place) => {
      const client = place.client(EC2Client);
      const pages = paginateDescribeNetworkInterfaces({ client }, {});
      const interfaces = await gathered(pages, ({ NetworkInterfaces }) => NetworkInterfaces);
      return foundBy(interfaces, ({ NetworkInterfaceId }) => NetworkInterfaceId);
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: id })),
  },
  {
    ...ec2,
    type: 'address',
    list: async (place) => {
      const { Addresses = [] } = await place.client(EC2Client).send(new DescribeAddressesCommand({}));
      return Addresses.map(({ AllocationId: id = '' }) => ({ id, priced: { kind: 'address', id } as const }));
    },
    remove: (place, id) => place.client(EC2Client).send(new ReleaseAddressCommand({ AllocationId: id })),
  },
  {
    ...ec2,
    type: 'key-pair',
    list: async (place) => {
      const { KeyPairs = [] } = await place.client(EC2Client).send(new DescribeKeyPairsCommand({}));
      return foundBy(KeyPairs, ({ KeyName }) => KeyName);
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteKeyPairCommand({ KeyName: id })),
  },
];
