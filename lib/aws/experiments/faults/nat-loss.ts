import { DeleteRouteCommand, DescribeRouteTablesCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { Refusal } from '../../../core/experiments/executor';
import type { FaultPlan } from '../plan';
import type { RevertCall } from '../revert-call';
import type { TeamStack } from '../team-stack';
import { unless } from '../unless';

/** Takes the routes to NAT gateways away; the gateways themselves, which would come back with other addresses, stay. */
export async function natLoss(stack: TeamStack): Promise<FaultPlan | Refusal> {
  const client = stack.client(EC2Client);
  const RouteTableIds = [...(await stack.routeTables())];
  if (RouteTableIds.length === 0) return { refused: 'the stack has no route table' };
  const { RouteTables = [] } = await client.send(new DescribeRouteTablesCommand({ RouteTableIds }));
  const routes = RouteTables.flatMap(({ RouteTableId = '', Routes = [] }) =>
    Routes.flatMap(({ NatGatewayId, DestinationCidrBlock }) =>
      NatGatewayId === undefined || DestinationCidrBlock === undefined
        ? []
        : [{ RouteTableId, DestinationCidrBlock, NatGatewayId }],
    ),
  );
  if (routes.length === 0) return { refused: 'nothing is routed to a NAT gateway' };
  return {
    by: 'calls',
    targets: routes.map(({ RouteTableId: name }) => ({ kind: 'route table', name })),
    reverts: routes.map((input): RevertCall => ({ action: 'ec2:createRoute', input })),
    apply: async () => {
      for (const { RouteTableId, DestinationCidrBlock } of routes)
        await client
          .send(new DeleteRouteCommand({ RouteTableId, DestinationCidrBlock }))
          .catch(unless('InvalidRoute.NotFound'));
    },
  };
}
