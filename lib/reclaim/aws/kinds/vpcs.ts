import {
  DeleteEgressOnlyInternetGatewayCommand,
  DeleteInternetGatewayCommand,
  DeleteNetworkAclCommand,
  DeleteRouteTableCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DeleteVpcPeeringConnectionCommand,
  DescribeInternetGatewaysCommand,
  DescribeNetworkAclsCommand,
  DetachInternetGatewayCommand,
  DisassociateRouteTableCommand,
  DescribeRouteTablesCommand,
  EC2Client,
  paginateDescribeEgressOnlyInternetGateways,
  paginateDescribeInternetGateways,
  paginateDescribeNetworkAcls,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroupRules,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeVpcPeeringConnections,
  paginateDescribeVpcs,
  ReplaceNetworkAclAssociationCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import type { Found } from '../../kind';
import { foundBy, gathered, type AwsKind, type Place } from '../place';

const ec2 = { service: 'ec2' } as const;

/** Every account begins with a network in each region. https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html */
const DEFAULT_NETWORK = 'of the default network';
/** What every network has and loses only with itself. */
const OF_ITS_NETWORK = 'goes with its network';

/** Networks from the leaves to the root: a network goes when nothing is left in it. */
export const vpcKinds: readonly AwsKind[] = [
  {
    ...ec2,
    type: 'peering',
    list: async (place) => {
      const client = place.client(EC2Client);
      const pages = paginateDescribeVpcPeeringConnections({ client }, {});
      const peerings = await gathered(pages, ({ VpcPeeringConnections }) => VpcPeeringConnections);
      const standing = peerings.filter(({ Status }) => !/^(deleted|rejected|expired|failed)$/.test(Status?.Code ?? ''));
      return foundBy(standing, ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId);
    },
    remove: (place, id) =>
      place.client(EC2Client).send(new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id })),
  },
  {
    ...ec2,
    type: 'security-group',
    list: async (place) => {
      const client = place.client(EC2Client);
      const pages = paginateDescribeSecurityGroups({ client }, {});
      const groups = await gathered(pages, ({ SecurityGroups }) => SecurityGroups);
      return groups.map(({ GroupId: id = '', GroupName }) => marked(id, GroupName === 'default' && OF_ITS_NETWORK));
    },
    remove: removeSecurityGroup,
  },
  {
    ...ec2,
    type: 'internet-gateway',
    list: async (place) => {
      const client = place.client(EC2Client);
      const standing = await defaultVpcs(place);
      const pages = paginateDescribeInternetGateways({ client }, {});
      const gateways = await gathered(pages, ({ InternetGateways }) => InternetGateways);
      return gateways.map(({ InternetGatewayId: id = '', Attachments = [] }) =>
        marked(id, Attachments.some(({ VpcId = '' }) => standing.has(VpcId)) && DEFAULT_NETWORK),
      );
    },
    remove: async (place, id) => {
      const client = place.client(EC2Client);
      const gateway = { InternetGatewayId: id };
      const { InternetGateways = [] } = await client.send(
        new DescribeInternetGatewaysCommand({ InternetGatewayIds: [id] }),
      );
      for (const { VpcId } of InternetGateways[0]?.Attachments ?? []) {
        await client.send(new DetachInternetGatewayCommand({ ...gateway, VpcId }));
      }
      await client.send(new DeleteInternetGatewayCommand(gateway));
    },
  },
  {
    ...ec2,
    type: 'egress-only-gateway',
    list: async (place) => {
      const client = place.client(EC2Client);
      const pages = paginateDescribeEgressOnlyInternetGateways({ client }, {});
      const gateways = await gathered(pages, (page) => page.EgressOnlyInternetGateways);
      return foundBy(gateways, ({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId);
    },
    remove: (place, id) =>
      place.client(EC2Client).send(new DeleteEgressOnlyInternetGatewayCommand({ EgressOnlyInternetGatewayId: id })),
  },
  {
    ...ec2,
    type: 'subnet',
    list: async (place) => {
      const client = place.client(EC2Client);
      const subnets = await gathered(paginateDescribeSubnets({ client }, {}), ({ Subnets }) => Subnets);
      return subnets.map(({ SubnetId: id = '', DefaultForAz }) => marked(id, DefaultForAz === true && DEFAULT_NETWORK));
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteSubnetCommand({ SubnetId: id })),
  },
  {
    ...ec2,
    type: 'route-table',
    list: async (place) => {
      const client = place.client(EC2Client);
      const tables = await gathered(paginateDescribeRouteTables({ client }, {}), ({ RouteTables }) => RouteTables);
      return tables.map(({ RouteTableId: id = '', Associations = [] }) =>
        marked(id, Associations.some(({ Main }) => Main === true) && OF_ITS_NETWORK),
      );
    },
    remove: removeRouteTable,
  },
  {
    ...ec2,
    type: 'network-acl',
    list: async (place) => {
      const client = place.client(EC2Client);
      const lists = await gathered(paginateDescribeNetworkAcls({ client }, {}), ({ NetworkAcls }) => NetworkAcls);
      return lists.map(({ NetworkAclId: id = '', IsDefault }) => marked(id, IsDefault === true && OF_ITS_NETWORK));
    },
    remove: removeNetworkAcl,
  },
  {
    ...ec2,
    type: 'vpc',
    list: async (place) => {
      const client = place.client(EC2Client);
      const vpcs = await gathered(paginateDescribeVpcs({ client }, {}), ({ Vpcs }) => Vpcs);
      return vpcs.map(({ VpcId: id = '', IsDefault }) => marked(id, IsDefault === true && DEFAULT_NETWORK));
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteVpcCommand({ VpcId: id })),
  },
];

const marked = (id: string, belongs: string | false): Found => (belongs === false ? { id } : { id, belongs });

async function defaultVpcs(place: Place): Promise<ReadonlySet<string>> {
  const filter = { Filters: [{ Name: 'is-default', Values: ['true'] }] };
  const vpcs = await gathered(paginateDescribeVpcs({ client: place.client(EC2Client) }, filter), ({ Vpcs }) => Vpcs);
  return new Set(vpcs.map(({ VpcId = '' }) => VpcId));
}

/**
 * Groups may let each other in, in a circle, and a network's default group, which nobody can delete, may let in any: all rules that are of
 * a group or name it go before it. Rules go by their ids, since one may name a group that is gone.
 */
async function removeSecurityGroup(place: Place, GroupId: string): Promise<void> {
  const client = place.client(EC2Client);
  // There is no filter for the group that a rule names.
  const all = await gathered(
    paginateDescribeSecurityGroupRules({ client }, {}),
    ({ SecurityGroupRules }) => SecurityGroupRules,
  );
  const rules = all.filter((rule) => rule.GroupId === GroupId || rule.ReferencedGroupInfo?.GroupId === GroupId);
  for (const { GroupId: of, IsEgress: outward, SecurityGroupRuleId: id = '' } of rules) {
    const rule = { GroupId: of, SecurityGroupRuleIds: [id] };
    if (outward === true) await client.send(new RevokeSecurityGroupEgressCommand(rule));
    else await client.send(new RevokeSecurityGroupIngressCommand(rule));
  }
  await client.send(new DeleteSecurityGroupCommand({ GroupId }));
}

/** Subnets of the default network stay, so they are given back to their network's own list. */
async function removeNetworkAcl(place: Place, id: string): Promise<void> {
  const client = place.client(EC2Client);
  const { NetworkAcls: lists = [] } = await client.send(new DescribeNetworkAclsCommand({ NetworkAclIds: [id] }));
  const { VpcId = '', Associations = [] } = lists[0] ?? {};
  if (Associations.length > 0) {
    const ofNetwork = {
      Filters: [
        { Name: 'vpc-id', Values: [VpcId] },
        { Name: 'default', Values: ['true'] },
      ],
    };
    const { NetworkAcls: own = [] } = await client.send(new DescribeNetworkAclsCommand(ofNetwork));
    for (const { NetworkAclAssociationId: AssociationId } of Associations) {
      const change = { AssociationId, NetworkAclId: own[0]?.NetworkAclId };
      await client.send(new ReplaceNetworkAclAssociationCommand(change));
    }
  }
  await client.send(new DeleteNetworkAclCommand({ NetworkAclId: id }));
}

async function removeRouteTable(place: Place, id: string): Promise<void> {
  const client = place.client(EC2Client);
  const { RouteTables = [] } = await client.send(new DescribeRouteTablesCommand({ RouteTableIds: [id] }));
  for (const { RouteTableAssociationId } of RouteTables[0]?.Associations ?? []) {
    await client.send(new DisassociateRouteTableCommand({ AssociationId: RouteTableAssociationId }));
  }
  await client.send(new DeleteRouteTableCommand({ RouteTableId: id }));
}
