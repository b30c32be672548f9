import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import type { Refusal } from '../../../core/experiments/executor';
import type { FaultPlan } from '../plan';
import type { TeamStack } from '../team-stack';

/** Sets the desired number of a tier's tasks to 0. */
export async function consumerStop(stack: TeamStack, tier: string): Promise<FaultPlan | Refusal> {
  const [service] = await stack.services(tier);
  if (service === undefined)
    return { refused: `${tier} is no service of ECS, so nothing can be told to stop consuming` };
  const { clusterArn: Cluster = '', serviceName: Service = '', desiredCount: DesiredCount = 0 } = service;
  if (DesiredCount === 0) return { refused: `${tier} is to run no task already` };
  return {
    by: 'calls',
    targets: [{ kind: 'service', name: service.serviceArn ?? Service }],
    reverts: [{ action: 'ecs:updateService', input: { Cluster, Service, DesiredCount } }],
    apply: async () => {
      await stack
        .client(ECSClient)
        .send(new UpdateServiceCommand({ cluster: Cluster, service: Service, desiredCount: 0 }));
    },
  };
}
