import {
  DescribeSecurityGroupsCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
  type IpPermission,
} from '@aws-sdk/client-ec2';
import type { Refusal } from '../../../core/experiments/executor';
import type { FaultPlan } from '../plan';
import type { RevertCall } from '../revert-call';
import type { TeamStack } from '../team-stack';
import { unless } from '../unless';

/** Takes every rule for incoming traffic from the security groups that a tier has now. */
export async function accessLost(stack: TeamStack, tier: string): Promise<FaultPlan | Refusal> {
  const client = stack.client(EC2Client);
  const [instances, services, ofStack] = await Promise.all([
    stack.instances(tier),
    stack.services(tier),
    stack.securityGroups(tier),
  ]);
  const GroupIds = [
    // What boots meanwhile comes with those of the stack.
    ...new Set([
      ...ofStack,
      ...instances.flatMap(({ securityGroups }) => securityGroups),
      ...services.flatMap(({ networkConfiguration: network }) => network?.awsvpcConfiguration?.securityGroups ?? []),
    ]),
  ].sort();
  if (GroupIds.length === 0) return { refused: `${tier} has no security group` };
  const { SecurityGroups = [] } = await client.send(new DescribeSecurityGroupsCommand({ GroupIds }));
  const rules = SecurityGroups.flatMap(({ GroupId = '', IpPermissions = [] }) =>
    IpPermissions.flatMap(singleRules).map((rule) => ({ GroupId, IpPermissions: [rule] })),
  );
  if (rules.length === 0) return { refused: `the security groups of ${tier} let nobody in already` };
  return {
    by: 'calls',
    targets: GroupIds.map((name) => ({ kind: 'security group', name })),
    reverts: rules.map(({ GroupId, IpPermissions }): RevertCall => ({
      action: 'ec2:authorizeSecurityGroupIngress',
      input: { GroupId, IpPermissions: IpPermissions.map((rule) => ({ ...rule })) },
    })),
    apply: async () => {
      for (const rule of rules)
        await client.send(new RevokeSecurityGroupIngressCommand(rule)).catch(unless('InvalidPermission.NotFound'));
    },
  };
}

/** One rule for each source. */
function singleRules(permission: IpPermission): IpPermission[] {
  const { IpProtocol, FromPort, ToPort } = permission;
  const ports = { IpProtocol, ...(FromPort !== undefined && { FromPort }), ...(ToPort !== undefined && { ToPort }) };
  const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs = [] } = permission;
  return [
    ...IpRanges.map((range) => ({ ...ports, IpRanges: [range] })),
    ...Ipv6Ranges.map((range) => ({ ...ports, Ipv6Ranges: [range] })),
    ...PrefixListIds.map((list) => ({ ...ports, PrefixListIds: [list] })),
    ...UserIdGroupPairs.map((pair) => ({ ...ports, UserIdGroupPairs: [pair] })),
  ];
}
