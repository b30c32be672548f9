import type { InstanceShape, Service } from '../../architecture/architecture';
import { tryInstanceType, unknownInstanceType } from '../../architecture/instance-types';
import type { TierModel } from '../application';
import type { ServerSpec } from './server';

/** Our estimates: an instance runs 15 s after its launch and 20 s later its system has booted (what it installs is the application's own start); a Fargate task pulls its image for 30 s. */
const instanceLaunchSeconds = 15;
const instanceSetupSeconds = 20;
const taskLaunchSeconds = 30;
/** A vCPU of Fargate next to a current general-purpose instance: our estimate, AWS does not say which generation one gets. */
const taskSpeed = 0.85;

export function instanceSpec(owner: string, tier: TierModel | undefined, shape: InstanceShape): ServerSpec {
  const type = tryInstanceType(shape.type) ?? unknownInstanceType;
  return {
    kind: 'instance',
    owner,
    tier,
    type: shape.type,
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
  };
}

export function taskSpec(service: Service, tier: TierModel | undefined): ServerSpec {
  return {
    kind: 'task',
    owner: service.id,
    tier,
    type: 'fargate',
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
  };
}
