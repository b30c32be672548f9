import type { HealthyRange, Replacement } from '../../architecture/architecture';

/** When an instance counts as ready. */
export interface Readiness {
  /** For so long it has to be in service. */
  readonly readySeconds: number;
  /** Whether it has to be healthy too. */
  readonly checksHealth: boolean;
}
export const inService: Readiness = { readySeconds: 0, checksHealth: true };

/** How fast outdated instances are replaced. */
export interface Pacing extends Readiness {
  /** How many must stay ready, of so many desired. */
  least(desired: number): number;
  /** How many there may be. */
  most(desired: number): number;
}

/** Without an instance maintenance policy. https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html */
const refreshDefaults: HealthyRange = { minPercent: 90, maxPercent: 100 };

/**
 * An instance refresh: whole instances, rounded so that at least one can be replaced at a time; a new one is ready when it is healthy
 * and warmed up. https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html
 * @param warmupSeconds the group's default instance warm-up, or its grace without one
 */
export function refreshPacing({ maintenance }: Replacement, warmupSeconds: number): Pacing {
  const { minPercent, maxPercent } = maintenance ?? refreshDefaults;
  const most = (desired: number) => {
    const count = Math.floor((desired * maxPercent) / 100);
    return minPercent === 100 || maxPercent > 100 ? Math.max(count, desired + 1) : desired;
  };
  const least = (desired: number) => Math.min(Math.ceil((desired * minPercent) / 100), most(desired) - 1);
  return { least, most, readySeconds: warmupSeconds, checksHealth: true };
}

/**
 * How a changed launch template reaches the instances: by CloudFormation's rolling update, which only pauses unless instances signal,
 * or, where the template says nothing, by an instance refresh, which the arena takes it that whoever changes the template also starts.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 */
export function updatePacing(replacement: Replacement, warmupSeconds: number): Pacing {
  const { rollingUpdate } = replacement;
  if (rollingUpdate === undefined) return refreshPacing(replacement, warmupSeconds);
  const { minInService, maxBatch, pauseSeconds, signals } = rollingUpdate;
  return {
    least: (desired) => Math.min(desired, Math.max(minInService, desired - maxBatch)),
    // Where all have to stay in service, new ones come on top.
    most: (desired) => (minInService >= desired ? desired + maxBatch : desired),
    readySeconds: signals ? 0 : pauseSeconds,
    checksHealth: signals,
  };
}
