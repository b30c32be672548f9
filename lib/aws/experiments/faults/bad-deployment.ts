import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import type { Refusal } from '../../../core/experiments/executor';
import type { FaultPlan } from '../plan';
import type { TeamStack } from '../team-stack';

/** Says in the revision itself which run it is of. */
const runLabel = 'gameday.run';

/** Deploys a revision whose program ends right after its start. */
export async function badDeployment(stack: TeamStack, tier: string): Promise<FaultPlan | Refusal> {
  const client = stack.client(ECSClient);
  const [service] = await stack.services(tier);
  if (service === undefined) return { refused: `${tier} is no service of ECS, so no revision of it can be deployed` };
  const { clusterArn: Cluster = '', serviceName: Service = '', taskDefinition: current = '' } = service;
  const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: current }));
  if (taskDefinition === undefined || runOf(taskDefinition) !== undefined)
    return { refused: `a bad revision of ${tier} is deployed already` };
  return {
    by: 'calls',
    targets: [{ kind: 'service', name: service.serviceArn ?? Service }],
    reverts: [{ action: 'ecs:updateService', input: { Cluster, Service, TaskDefinition: current } }],
    apply: async (run) => {
      const { taskDefinition: bad } = await client.send(new RegisterTaskDefinitionCommand(broken(taskDefinition, run)));
      await client.send(
        new UpdateServiceCommand({ cluster: Cluster, service: Service, taskDefinition: bad?.taskDefinitionArn }),
      );
    },
  };
}

/** The run that a revision was made for; `undefined` for those of the team. */
export const runOf = ({ containerDefinitions = [] }: TaskDefinition): string | undefined =>
  containerDefinitions.find(({ dockerLabels }) => dockerLabels?.[runLabel] !== undefined)?.dockerLabels?.[runLabel];

/** The same revision, in which what serves ends at once. */
function broken(good: TaskDefinition, run: string) {
  const { family, containerDefinitions = [], cpu, memory, networkMode, volumes } = good;
  const { taskRoleArn, executionRoleArn, requiresCompatibilities, runtimePlatform } = good;
  const serving = containerDefinitions.find(({ portMappings = [] }) => portMappings.length > 0);
  return {
    family,
    cpu,
    memory,
    networkMode,
    volumes,
    taskRoleArn,
    executionRoleArn,
    requiresCompatibilities,
    runtimePlatform,
    containerDefinitions: containerDefinitions.map((container) =>
      container === (serving ?? containerDefinitions[0])
        ? { ...container, command: ['false'], dockerLabels: { ...container.dockerLabels, [runLabel]: run } }
        : container,
    ),
  };
}
