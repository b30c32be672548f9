import type { NotModelled, ScalingGroup } from './architecture';
import { launchProperties, scalingGroupType } from './read-groups';
import { serviceType } from './read-services';
import { listStrange, type Words } from './strange';
import { list, object, type Properties, type Values } from './values';

/** What groups and services say that the arena does not act on, one line for each thing. @param groups as they are read */
export function listStrangeFleets(values: Values, groups: readonly ScalingGroup[]): NotModelled[] {
  const strange = (type: string, words: (properties: Properties, id: string) => Words) =>
    listStrange(values, type, words);
  return [
    ...strange(scalingGroupType, (properties, id) => [
      ...groupWords(values, properties),
      measuredTooSeldom(
        values,
        properties,
        groups.find((group) => group.id === id),
      ) && 'its CPU is measured every minute, as with detailed monitoring',
    ]),
    ...strange(serviceType, (properties) => serviceWords(values, properties)),
  ];
}

/**
 * Without detailed monitoring EC2 measures every five minutes, and a group that scales on its CPU acts later than here.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/policy_creating.html
 */
function measuredTooSeldom(values: Values, properties: Properties, group: ScalingGroup | undefined): boolean {
  const onCpu = group?.policies.some((policy) =>
    policy.kind === 'tracking' ? policy.metric === 'cpu' : policy.alarms.some(({ metric }) => metric === 'cpu'),
  );
  const data = launchProperties(values, properties);
  // Launch configurations have it unless they say otherwise.
  const detailed =
    values.flag(object(data['Monitoring'])['Enabled']) ??
    values.flag(data['InstanceMonitoring']) ??
    properties['LaunchConfigurationName'] !== undefined;
  return onCpu === true && !detailed;
}

function groupWords(values: Values, properties: Properties): Words {
  const order = list(properties['TerminationPolicies']).map((each) => values.text(each));
  const market = object(launchProperties(values, properties)['InstanceMarketOptions']);
  const zones = object(properties['AvailabilityZoneDistribution'])['CapacityDistributionStrategy'];
  return [
    properties['MixedInstancesPolicy'] !== undefined && 'all its instances are on demand, as its launch template says',
    market['MarketType'] !== undefined && 'its instances are on demand and never interrupted',
    list(properties['LifecycleHookSpecificationList']).length > 0 && 'instances wait for no lifecycle hook',
    order.some((each) => each !== 'Default') && 'instances are chosen by the default termination policy',
    properties['MaxInstanceLifetime'] !== undefined && 'instances may live for ever',
    values.flag(properties['NewInstancesProtectedFromScaleIn']) === true && 'instances are not protected from scale-in',
    values.text(zones) === 'balanced-only' && 'launches that fail in one zone go to another',
  ];
}

function serviceWords(values: Values, properties: Properties): Words {
  const deployment = object(properties['DeploymentConfiguration']);
  const controller = values.text(object(properties['DeploymentController'])['Type']) ?? 'ECS';
  const providers = list(properties['CapacityProviderStrategy']).map((each) =>
    values.text(object(each)['CapacityProvider']),
  );
  const task = values.tryFind(
    values.reference(properties['TaskDefinition'], 'AWS::ECS::TaskDefinition'),
    'AWS::ECS::TaskDefinition',
  );
  const checked = list(task?.['ContainerDefinitions']).some((each) => object(each)['HealthCheck'] !== undefined);
  const fargate = [values.text(properties['LaunchType']), ...providers].every((each) =>
    /^FARGATE/.test(each ?? 'FARGATE'),
  );
  return [
    !fargate && 'its tasks run on Fargate',
    providers.includes('FARGATE_SPOT') && 'its tasks are never interrupted',
    (controller !== 'ECS' || (values.text(deployment['Strategy']) ?? 'ROLLING') !== 'ROLLING') &&
      'it deploys by a rolling update',
    values.text(properties['SchedulingStrategy']) === 'DAEMON' && 'it holds its desired number of tasks',
    values.flag(object(deployment['Alarms'])['Enable']) === true && 'no alarm ends a deployment',
    checked && 'health checks of containers pass as long as the task runs',
  ];
}
