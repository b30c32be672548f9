import type { CircuitBreaker } from '../../architecture/architecture';
import type { Revision } from './revision';

/**
 * A revision on its way to being the only one: `in-progress`, then `completed` when enough of its tasks work and no other is left, or
 * `failed` when its circuit breaker opens.
 */
export interface Deployment {
  readonly revision: Revision;
  readonly state: 'in-progress' | 'completed' | 'failed';
  /** Tasks that ended or were found unhealthy without ever having worked. */
  readonly failures: number;
}

export const begin = (revision: Revision): Deployment => ({ revision, state: 'in-progress', failures: 0 });

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
const fewestFailures = 3;
const mostFailures = 200;

/** How many failed tasks open the circuit breaker of a service that wants so many. */
export function failureThreshold({ threshold: { unit, value } }: CircuitBreaker, desired: number): number {
  if (unit === 'count') return value;
  const share = Math.ceil((desired * value) / 100);
  return unit === 'percent' ? Math.max(1, share) : Math.min(mostFailures, Math.max(fewestFailures, share));
}

/** A task of the deployment failed, or worked for the first time. */
export function count(
  deployment: Deployment,
  outcome: 'failed' | 'worked',
  breaker: CircuitBreaker | undefined,
): Deployment {
  if (outcome === 'failed') return { ...deployment, failures: deployment.failures + 1 };
  return breaker?.resets === false ? deployment : { ...deployment, failures: 0 };
}

/** Whether the circuit breaker gives a deployment up. */
export const isHopeless = (deployment: Deployment, breaker: CircuitBreaker | undefined, desired: number): boolean =>
  breaker !== undefined &&
  deployment.state === 'in-progress' &&
  deployment.failures >= failureThreshold(breaker, desired);
