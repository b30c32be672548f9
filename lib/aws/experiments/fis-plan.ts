import type { Fault } from '../../core/experiments/fault';
import type { Refusal, Target } from '../../core/experiments/executor';
import { fisAction, type FisResource } from './fis-actions';
import type { FaultPlan } from './plan';
import type { TeamStack } from './team-stack';

/** What FIS may hit in an account. */
type Hittable = Pick<TeamStack, 'account' | 'balancer' | 'groups' | 'instances' | 'services' | 'subnets' | 'tasks'>;

/** What stands for a zone that the team's stack does not reach. */
const NO_ZONE = '';

/**
 * A fault by AWS FIS, on what is found in the account now, by ARN: what tags say is the team's to change.
 * `undefined` when FIS has no action for it.
 */
export async function fisPlan(
  fault: Fault,
  seconds: number,
  stack: Hittable,
  { partition, region }: { readonly partition: string; readonly region: string },
): Promise<FaultPlan | Refusal | undefined> {
  const subnets = 'zone' in fault ? await stack.subnets() : [];
  const zones = [...new Map(subnets.map((subnet) => [subnet.zone, subnet])).values()];
  const balancer = fault.kind.startsWith('dependency-') ? await stack.balancer() : '';
  const action = fisAction(fault, seconds, {
    partition,
    region,
    balancer,
    zone: (number) => zones[number]?.zoneId ?? NO_ZONE,
  });
  if (action === undefined) return undefined;
  const zone = 'zone' in fault ? zones[fault.zone] : undefined;
  if ('zone' in fault && zone === undefined) return { refused: `the stack reaches no zone number ${fault.zone}` };
  const found = await candidates(action.resourceType, fault, stack, zone);
  if ('refused' in found) return found;
  const stranger = found.find((arn) => arn.split(':')[4] !== stack.account);
  if (stranger !== undefined) return { refused: `${stranger} is not in the team’s account ${stack.account}` };
  const arns = action.one ? found.slice(0, 1) : found;
  return arns.length === 0
    ? { refused: `there is no ${wordOf[action.resourceType]} to hit` }
    : { by: 'fis', action, arns, targets: arns.map((name): Target => ({ kind: wordOf[action.resourceType], name })) };
}

const wordOf: Readonly<Record<FisResource, string>> = {
  'aws:ec2:instance': 'instance',
  'aws:ec2:subnet': 'subnet',
  'aws:ec2:autoscaling-group': 'group',
  'aws:ecs:task': 'task',
};

async function candidates(
  type: FisResource,
  fault: Fault,
  stack: Hittable,
  zone: { readonly zone: string } | undefined,
): Promise<readonly string[] | Refusal> {
  switch (type) {
    case 'aws:ec2:subnet':
      if ('queue' in fault) return (await stack.subnets(fault.queue)).map(({ arn }) => arn);
      return (await stack.subnets()).flatMap((subnet) => (subnet.zone === zone?.zone ? [subnet.arn] : []));
    case 'aws:ec2:autoscaling-group':
      return (await stack.groups()).flatMap(({ arn, zones }) => (zones.includes(zone?.zone ?? NO_ZONE) ? [arn] : []));
    case 'aws:ecs:task':
      return 'tier' in fault ? stack.tasks(fault.tier) : [];
    case 'aws:ec2:instance': {
      if (!('tier' in fault)) return [];
      const instances = await stack.instances(fault.tier);
      if (instances.length > 0 || (await stack.services(fault.tier)).length === 0)
        return instances.map(({ arn }) => arn);
      // https://docs.aws.amazon.com/fis/latest/userguide/ecs-task-actions.html
      return {
        refused: `${fault.tier} runs on Fargate, where this needs an SSM agent beside the program in every task, which the stack does not have`,
      };
    }
  }
}
