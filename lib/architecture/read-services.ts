import { canonicalJson } from '../core/canonical';
import type { CircuitBreaker, Service } from './architecture';
import { groupsOf, orNowhere, placesOf, type Network } from './network';
import { targetGroupType } from './balancing-types';
import { serviceScaling } from './read-scaling';
import { aDay, mostServers, isObject, list, object, tierTag, type Properties, type Values } from './values';

export const serviceType = 'AWS::ECS::Service';
const taskType = 'AWS::ECS::TaskDefinition';

/** Defaults: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html */
export function readServices(values: Values, network: Network): Service[] {
  return values.ofType(serviceType).map(([id, properties]) => {
    const task = object(values.tryFind(values.reference(properties['TaskDefinition'], taskType), taskType));
    const vpc = object(object(properties['NetworkConfiguration'])['AwsvpcConfiguration']);
    const deployment = object(properties['DeploymentConfiguration']);
    const balancers = list(properties['LoadBalancers']).map(object);
    const targetGroups = balancers.flatMap((each) => values.reference(each['TargetGroupArn'], targetGroupType) ?? []);
    const { Tags: _tags, Cpu: _cpu, Memory: _memory, ...software } = task;
    return {
      id,
      tier: tierTag(properties['Tags']) ?? tierTag(task['Tags']) ?? containerTier(task),
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
      processor: values.text(object(task['RuntimePlatform'])['CpuArchitecture']) === 'ARM64' ? 'arm' : 'x86',
      vcpu: (values.within(128, 16_384, task['Cpu']) ?? 256) / 1024,
      memoryMib: Math.min(values.within(6, 122_880, task['Memory']) ?? 512, containerLimit(values, task, balancers[0])),
      software: canonicalJson(software),
      environment: environmentOf(values, task),
      places: orNowhere(placesOf(values, network, vpc['Subnets'])),
      publicAddress: values.text(vpc['AssignPublicIp']) === 'ENABLED',
      securityGroups: groupsOf(values, vpc['SecurityGroups']),
      desired: values.within(0, mostServers, properties['DesiredCount']) ?? 1,
      targetGroups,
      port: values.number(balancers[0]?.['ContainerPort']),
      graceSeconds: values.within(0, aDay, properties['HealthCheckGracePeriodSeconds']) ?? 0,
      deployment: {
        minPercent: values.within(0, 200, deployment['MinimumHealthyPercent']) ?? 100,
        maxPercent: values.within(100, 1000, deployment['MaximumPercent']) ?? 200,
      },
      circuitBreaker: circuitBreaker(values, object(deployment['DeploymentCircuitBreaker'])),
      // A new service rebalances unless it says otherwise. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
      rebalances: values.text(properties['AvailabilityZoneRebalancing']) !== 'DISABLED',
      ...serviceScaling(values, id, targetGroups),
    };
  });
}

const units: Readonly<Record<string, CircuitBreaker['threshold']['unit']>> = {
  BOUNDED_PERCENT: 'bounded-percent',
  UNBOUNDED_PERCENT: 'percent',
  COUNT: 'count',
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html */
function circuitBreaker(values: Values, breaker: Properties): CircuitBreaker | undefined {
  if (values.flag(breaker['Enable']) !== true) return undefined;
  const threshold = object(breaker['ThresholdConfiguration']);
  return {
    rollback: values.flag(breaker['Rollback']) ?? false,
    threshold: {
      unit: units[values.text(threshold['Type']) ?? ''] ?? 'bounded-percent',
      value: values.number(threshold['Value']) ?? 50,
    },
    resets: values.flag(breaker['ResetOnHealthyTask']) ?? true,
  };
}

/** Hard memory limit of the container that takes the requests, MiB: a container that goes over it is killed, however large its task. */
function containerLimit(values: Values, task: Properties, balancer: Properties | undefined): number {
  const name = values.text(balancer?.['ContainerName']);
  const container = list(task['ContainerDefinitions'])
    .map(object)
    .find((each) => values.text(each['Name']) === name);
  return values.within(6, 122_880, container?.['Memory']) ?? Infinity;
}

/** What the template itself says of the variables of all containers; references stand for nothing. */
function environmentOf(values: Values, task: Properties): Readonly<Record<string, string>> {
  const variables = list(task['ContainerDefinitions']).flatMap((each) => list(object(each)['Environment']).map(object));
  const texts = variables.map(({ Name: name, Value: value }) => [values.text(name) ?? '', values.text(value)] as const);
  return Object.fromEntries(texts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function containerTier(task: Properties): string | undefined {
  const settings = list(task['ContainerDefinitions']).flatMap((each) => list(object(each)['Environment']));
  const tier = settings.find((each) => isObject(each) && each['Name'] === 'gameday:tier');
  const value = object(tier)['Value'];
  return typeof value === 'string' ? value : undefined;
}
