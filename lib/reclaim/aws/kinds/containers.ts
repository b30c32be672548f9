import {
  ClientException,
  DeleteClusterCommand,
  DeleteServiceCommand,
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  paginateListClusters,
  paginateListServices,
  paginateListTaskDefinitions,
  paginateListTasks,
  StopTaskCommand,
  UpdateServiceCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import { fargateTask } from '../../../aws/team-resources';
import type { Found } from '../../kind';
import { foundBy, gathered, type AwsKind, type Place } from '../place';

const ecs = { service: 'ecs' } as const;

/** The parts of a container's world, those that start others first. Services and tasks are known by ARN, which names their cluster. */
export const containerKinds: readonly AwsKind[] = [
  {
    ...ecs,
    type: 'service',
    list: (place) =>
      inClusters(place, async (client, cluster) => {
        const arns = await gathered(paginateListServices({ client }, { cluster }), ({ serviceArns }) => serviceArns);
        return standing(arns, async (asked) => {
          const { services } = await client.send(new DescribeServicesCommand({ cluster, services: asked }));
          return services?.map(({ serviceArn: arn = '', status = '' }) => ({ arn, status }));
        });
      }),
    release: async (place, id) => {
      const service = { cluster: clusterOf(id), service: id };
      await place.client(ECSClient).send(new UpdateServiceCommand({ ...service, desiredCount: 0 }));
    },
    remove: (place, id) =>
      place.client(ECSClient).send(new DeleteServiceCommand({ cluster: clusterOf(id), service: id, force: true })),
  },
  {
    ...ecs,
    type: 'task',
    list: (place) =>
      inClusters(place, async (client, cluster) => {
        const arns = await gathered(paginateListTasks({ client }, { cluster }), ({ taskArns }) => taskArns);
        const ask = async (tasks: string[]) => (await client.send(new DescribeTasksCommand({ cluster, tasks }))).tasks;
        return (await described(arns, ask)).map(foundTask);
      }),
    remove: (place, id) => place.client(ECSClient).send(new StopTaskCommand({ cluster: clusterOf(id), task: id })),
  },
  {
    ...ecs,
    type: 'cluster',
    list: async (place) => {
      const client = place.client(ECSClient);
      return standing(await clustersOf(client), async (asked) => {
        const { clusters } = await client.send(new DescribeClustersCommand({ clusters: asked }));
        return clusters?.map(({ clusterArn: arn = '', status = '' }) => ({ arn, status }));
      });
    },
    remove: (place, id) => place.client(ECSClient).send(new DeleteClusterCommand({ cluster: id })),
  },
  {
    ...ecs,
    type: 'task-definition',
    list: async (place) => {
      const client = place.client(ECSClient);
      const statuses = ['ACTIVE', 'INACTIVE'] as const;
      const lists = await Promise.all(
        statuses.map((status) =>
          gathered(paginateListTaskDefinitions({ client }, { status }), ({ taskDefinitionArns }) => taskDefinitionArns),
        ),
      );
      return foundBy(lists.flat(), (arn) => arn);
    },
    // Only one that is inactive can be deleted. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/delete-task-definition-v2.html
    remove: async (place, id) => {
      const client = place.client(ECSClient);
      await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: id })).catch(ignoreInactive);
      const { failures = [] } = await client.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: [id] }));
      if (failures[0] !== undefined) throw new Error(failures[0].detail ?? failures[0].reason ?? 'not deleted');
    },
  },
];

/** `arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/NAME`; the oldest accounts' ARNs lack the cluster, and new accounts have none of those. */
const clusterOf = (arn: string): string => arn.split('/')[1] ?? '';

const clustersOf = (client: ECSClient): Promise<string[]> =>
  gathered(paginateListClusters({ client }, {}), ({ clusterArns }) => clusterArns);

async function inClusters(
  place: Place,
  list: (client: ECSClient, cluster: string) => Promise<Found[]>,
): Promise<Found[]> {
  const client = place.client(ECSClient);
  const found: Found[] = [];
  for (const cluster of await clustersOf(client)) found.push(...(await list(client, cluster)));
  return found;
}

/** As many as DescribeServices takes; the others take more. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const AT_ONCE = 10;

/** Asks about things ten at a time. */
async function described<Thing>(
  arns: readonly string[],
  ask: (arns: string[]) => Promise<readonly Thing[] | undefined>,
): Promise<Thing[]> {
  const found: Thing[] = [];
  for (let from = 0; from < arns.length; from += AT_ONCE) {
    found.push(...((await ask(arns.slice(from, from + AT_ONCE))) ?? []));
  }
  return found;
}

/** Those that are not deleted: a service or cluster is shown as inactive for a while. */
async function standing(
  arns: readonly string[],
  ask: (arns: string[]) => Promise<readonly { readonly arn: string; readonly status: string }[] | undefined>,
): Promise<Found[]> {
  const known = await described(arns, ask);
  return foundBy(
    known.filter(({ status }) => status !== 'INACTIVE'),
    ({ arn }) => arn,
  );
}

/** Where it was inactive already, deleting it says whether anything is wrong. */
function ignoreInactive(error: unknown): void {
  if (!(error instanceof ClientException)) throw error;
}

const foundTask = (task: Task): Found => {
  const id = task.taskArn ?? '';
  // A task on an instance costs nothing beside the instance.
  return task.launchType === 'EC2' ? { id } : { id, priced: fargateTask(task) };
};
