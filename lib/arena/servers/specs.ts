import type { InstanceShape, Service } from '../../architecture/architecture';
import { tryInstanceType, unknownInstanceType } from '../../architecture/instance-types';
import type { TierModel } from '../application';
import type { ServerSpec } from './server';
import { instanceLaunchSeconds, instanceSetupSeconds, taskLaunchSeconds } from './times';

/**
 * A vCPU of Fargate next to a current general-purpose instance: our estimate, AWS does not say which generation one gets. Sizes from 0.25
 * vCPU. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
const taskSpeed = 0.85;

export function instanceSpec(owner: string, tier: TierModel | undefined, shape: InstanceShape): ServerSpec {
  const type = tryInstanceType(shape.type) ?? unknownInstanceType;
  return {
    kind: 'instance',
    owner,
    tier,
    // Those of an instance stand somewhere in the script of its first boot.
    variables: {},
    type: shape.type,
    processor: undefined,
    vcpus: type.vcpus,
    speed: type.speed,
    memoryMib: type.memoryMib,
    burst: type.burst,
    unlimited: shape.credits === 'unlimited',
    port: undefined,
    securityGroups: shape.securityGroups,
    publicAddress: shape.publicAddress,
    volume: shape.volume,
    launchSeconds: instanceLaunchSeconds,
    setupSeconds: instanceSetupSeconds,
    endsAtStart: false,
  };
}

export function taskSpec(service: Service, tier: TierModel | undefined): ServerSpec {
  return {
    kind: 'task',
    owner: service.id,
    tier,
    variables: service.environment,
    type: 'fargate',
    processor: service.processor,
    vcpus: service.vcpu,
    speed: taskSpeed,
    memoryMib: service.memoryMib,
    burst: undefined,
    unlimited: false,
    port: service.port,
    securityGroups: service.securityGroups,
    publicAddress: service.publicAddress,
    volume: undefined,
    launchSeconds: taskLaunchSeconds,
    setupSeconds: 0,
    endsAtStart: false,
  };
}
