import type { HealthyTargets } from '../../architecture/architecture';
import type { TargetState } from './target';

interface Judged {
  readonly state: TargetState;
}

/**
 * Whom requests may go to: the healthy ones, or, when too few are, everybody that is registered and not stopped; the balancer fails open. AWS
 * does not say what becomes of targets before their first check; we count them in.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function eligible<T extends Judged>(targets: readonly T[], needed: HealthyTargets): T[] {
  const present = targets.filter(isPresent);
  const healthy = present.filter(isHealthy);
  return areTooFew(healthy.length, present.length, needed) ? present : healthy;
}

/** Either limit is enough. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html */
export function areTooFew(healthy: number, registered: number, { count, percent }: HealthyTargets): boolean {
  return healthy < count || healthy * 100 < percent * registered;
}

export const isHealthy = ({ state }: Judged): boolean => state === 'healthy';
export const isPresent = ({ state }: Judged): boolean => state !== 'draining' && state !== 'unused';
