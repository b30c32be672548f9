import type { Replacement, RollingUpdate, ScalingGroup } from './architecture';
import { orNowhere, placesOf, type Network } from './network';
import { targetGroupType } from './balancing-types';
import { launchData, shape } from './read-compute';
import { groupPolicies } from './read-scaling';
import { aDay, mostServers, list, object, tierTag, type Properties, type Values } from './values';

export const scalingGroupType = 'AWS::AutoScaling::AutoScalingGroup';
const launchConfigurationType = 'AWS::AutoScaling::LaunchConfiguration';
/** What a policy takes for its warm-up, and simple scaling for its cooldown, when nothing else is said. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html */
const defaultCooldownSeconds = 300;

/** Defaults: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html */
export function readScalingGroups(values: Values, network: Network): ScalingGroup[] {
  return values.ofType(scalingGroupType).map(([id, properties]) => {
    const min = values.within(0, mostServers, properties['MinSize']) ?? 0;
    const data = launchProperties(values, properties);
    const targetGroups = values.references(properties['TargetGroupARNs'], targetGroupType);
    const warmupSeconds = values.within(-1, aDay, properties['DefaultInstanceWarmup']);
    return {
      id,
      tier: tierTag(properties['Tags']) ?? launchTier(data),
      shape: shape(values, data),
      places: orNowhere(placesOf(values, network, properties['VPCZoneIdentifier'])),
      min,
      max: Math.max(min, values.within(0, mostServers, properties['MaxSize']) ?? min),
      desired: values.within(0, mostServers, properties['DesiredCapacity']),
      targetGroups,
      healthCheck: (values.text(properties['HealthCheckType']) ?? 'EC2').includes('ELB') ? 'ELB' : 'EC2',
      graceSeconds: values.within(0, aDay, properties['HealthCheckGracePeriod']) ?? 0,
      warmupSeconds: warmupSeconds !== undefined && warmupSeconds >= 0 ? warmupSeconds : undefined,
      replacement: replacement(values, id, properties),
      policies: groupPolicies(values, {
        id,
        targetGroups,
        warmupSeconds,
        cooldownSeconds: values.within(0, aDay, properties['Cooldown']) ?? defaultCooldownSeconds,
      }),
    };
  });
}

/** Everything that a group launches its instances from, wherever the template says it. */
export function launchProperties(values: Values, properties: Properties): Properties {
  const mixed = object(object(properties['MixedInstancesPolicy'])['LaunchTemplate']);
  const configuration = values.reference(properties['LaunchConfigurationName'], launchConfigurationType);
  return {
    ...launchData(values, properties['LaunchTemplate'] ?? mixed['LaunchTemplateSpecification']),
    ...values.tryFind(configuration, launchConfigurationType),
  };
}

function launchTier(data: Properties): string | undefined {
  const tags = list(data['TagSpecifications']).map(object);
  return tierTag(tags.find((each) => each['ResourceType'] === 'instance')?.['Tags']);
}

function replacement(values: Values, id: string, properties: Properties): Replacement {
  const policy = object(properties['InstanceMaintenancePolicy']);
  const update = object(values.attribute(id, 'UpdatePolicy'));
  const minPercent = values.within(-1, 100, policy['MinHealthyPercentage']);
  const maxPercent = values.within(-1, 200, policy['MaxHealthyPercentage']);
  const limited = minPercent !== undefined && maxPercent !== undefined && minPercent >= 0 && maxPercent >= 100;
  // A replacing update builds a whole second group before it deletes the first.
  const twice = values.flag(object(update['AutoScalingReplacingUpdate'])['WillReplace']) === true;
  return {
    maintenance: twice ? { minPercent: 100, maxPercent: 200 } : limited ? { minPercent, maxPercent } : undefined,
    rollingUpdate: twice ? undefined : rollingUpdate(values, update['AutoScalingRollingUpdate']),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html */
function rollingUpdate(values: Values, value: unknown): RollingUpdate | undefined {
  if (value === undefined) return undefined;
  const policy = object(value);
  const signals = values.flag(policy['WaitOnResourceSignals']) ?? false;
  return {
    minInService: values.number(policy['MinInstancesInService']) ?? 0,
    maxBatch: Math.max(1, values.number(policy['MaxBatchSize']) ?? 1),
    pauseSeconds: seconds(values.text(policy['PauseTime'])) ?? (signals ? 300 : 0),
    signals,
  };
}

/** An ISO 8601 duration below a day, as `PT1H30M10S`. @returns `undefined` for anything else */
function seconds(text: string | undefined): number | undefined {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text ?? '')?.slice(1);
  return parts?.map((part) => Number(part ?? 0)).reduce((sum, part) => sum * 60 + part, 0);
}
