import type { HealthCheck } from '../../architecture/architecture';
import type { Target, TargetState } from './target';

/**
 * Counts a finished check, and says what the target is now. A new one is healthy with its first pass; one that was unhealthy has to pass
 * as often as its threshold says, and one that was healthy to fail so often.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function judge(target: Target, passed: boolean, health: HealthCheck): TargetState {
  target.passes = passed ? target.passes + 1 : 0;
  target.fails = passed ? 0 : target.fails + 1;
  if (target.fails >= health.unhealthyThreshold) return 'unhealthy';
  if (target.passes >= (target.state === 'initial' ? 1 : health.healthyThreshold)) return 'healthy';
  return target.state;
}
