import {
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { foundBy, gathered, type AwsKind } from '../place';

export const balancingKinds: readonly AwsKind[] = [
  {
    service: 'elasticloadbalancing',
    type: 'load-balancer',
    list: async (place) => {
      const client = place.client(ElasticLoadBalancingV2Client);
      const balancers = await gathered(
        paginateDescribeLoadBalancers({ client }, {}),
        ({ LoadBalancers }) => LoadBalancers,
      );
      return balancers.map(({ LoadBalancerArn: id = '', Type: type = '' }) => ({
        id,
        priced: { kind: 'load-balancer', id, type } as const,
      }));
    },
    release: async (place, id) => {
      const Attributes = [{ Key: 'deletion_protection.enabled', Value: 'false' }];
      await place
        .client(ElasticLoadBalancingV2Client)
        .send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: id, Attributes }));
    },
    remove: (place, id) =>
      place.client(ElasticLoadBalancingV2Client).send(new DeleteLoadBalancerCommand({ LoadBalancerArn: id })),
  },
  {
    service: 'elasticloadbalancing',
    type: 'target-group',
    list: async (place) => {
      const client = place.client(ElasticLoadBalancingV2Client);
      const groups = await gathered(paginateDescribeTargetGroups({ client }, {}), ({ TargetGroups }) => TargetGroups);
      return foundBy(groups, ({ TargetGroupArn }) => TargetGroupArn);
    },
    remove: (place, id) =>
      place.client(ElasticLoadBalancingV2Client).send(new DeleteTargetGroupCommand({ TargetGroupArn: id })),
  },
];
