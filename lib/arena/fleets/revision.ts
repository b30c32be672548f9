import { canonicalJson } from '../../core/canonical';
import type { ScalingGroup, Service } from '../../architecture/architecture';
import type { TierModel } from '../application';
import type { ServerSpec } from '../servers/server';
import { instanceSpec, taskSpec } from '../servers/specs';

/** What a fleet launches. Two with the same fingerprint are the same; servers of another one are outdated. */
export interface Revision {
  readonly fingerprint: string;
  readonly spec: ServerSpec;
}

/** A launch template's content. */
export const groupRevision = (group: ScalingGroup, tier: TierModel | undefined): Revision => ({
  fingerprint: canonicalJson(group.shape),
  spec: instanceSpec(group.id, tier, group.shape),
});

/**
 * A task definition and the network that its tasks get: a change of either starts a deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export function serviceRevision(service: Service, tier: TierModel | undefined): Revision {
  const { vcpu, memoryMib, software, securityGroups, publicAddress } = service;
  const subnets = service.places.map(({ subnet }) => subnet);
  return {
    fingerprint: canonicalJson({ vcpu, memoryMib, software, securityGroups, publicAddress, subnets }),
    spec: taskSpec(service, tier),
  };
}

/** The same with a program that ends right after its start. */
export const brokenRevision = ({ fingerprint, spec }: Revision): Revision => ({
  fingerprint: `${fingerprint} broken`,
  spec: { ...spec, endsAtStart: true },
});
