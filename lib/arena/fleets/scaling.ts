import type { ScalingMetric, ScalingPolicy, StepPolicy, TrackingPolicy } from '../../architecture/scaling-policy';
import { breach, freshAlarm, watch, type AlarmState } from './alarm';
import type { Measurement } from './metrics';
import { adjust, freshSteps, type StepState } from './steps';
import { freshTracking, track, type TrackingState } from './tracking';

/** A fleet as its policies see it at the end of a minute. */
export interface Scaled {
  readonly atSeconds: number;
  /** The number that is desired now. */
  readonly capacity: number;
  readonly measure: (metric: ScalingMetric, warmupSeconds: number) => Measurement;
}

/** The policies of one fleet, with what they remember. */
export class Scaling {
  private readonly tracking = new Map<string, TrackingState>();
  private readonly stepping = new Map<string, StepState>();
  private readonly alarms = new Map<string, AlarmState>();

  constructor(private policies: readonly ScalingPolicy[]) {}

  /** A policy that stays remembers what it knew. */
  configure(policies: readonly ScalingPolicy[]): void {
    for (const { id } of this.policies) {
      if (policies.some((policy) => policy.id === id)) continue;
      this.tracking.delete(id);
      this.stepping.delete(id);
    }
    this.policies = policies;
  }

  /**
   * How many servers the policies want after this minute. Any of them may scale out, and the one that wants most is followed; target
   * tracking scales in only when all its policies that may are ready to.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
   */
  minute(fleet: Scaled): number {
    const trackers = this.policies.filter((policy) => policy.kind === 'tracking');
    const tracked = trackers.map((policy) => this.track(policy, fleet));
    const unready = trackers.some(({ scaleIn }, index) => scaleIn && tracked[index] === undefined);
    const stepped = this.policies.map((policy) => (policy.kind === 'tracking' ? undefined : this.step(policy, fleet)));
    const wanted = tracked.filter((count) => count !== undefined && (count > fleet.capacity || !unready));
    const counts = [...wanted, ...stepped].filter((count) => count !== undefined);
    return counts.length === 0 ? fleet.capacity : Math.max(...counts);
  }

  private track(policy: TrackingPolicy, { atSeconds, capacity, measure }: Scaled): number | undefined {
    const measurement = measure(policy.metric, policy.warmupSeconds);
    const before = this.tracking.get(policy.id) ?? freshTracking;
    const [state, wanted] = track(policy, before, { atSeconds, capacity, ...measurement });
    this.tracking.set(policy.id, state);
    return wanted;
  }

  private step(policy: StepPolicy, { atSeconds, capacity, measure }: Scaled): number | undefined {
    let most: number | undefined;
    for (const alarm of policy.alarms) {
      const { metric, measured, warming } = measure(alarm.metric, policy.warmupSeconds);
      const key = `${policy.id} ${alarm.id}`;
      const before = this.alarms.get(key) ?? freshAlarm;
      // A queue is measured also while nobody works it off.
      const state = measured === 0 && typeof alarm.metric !== 'object' ? before : watch(alarm, before, metric);
      this.alarms.set(key, state);
      const beyond = breach(alarm, state);
      if (beyond === undefined) continue;
      const ringing = { atSeconds, breach: beyond, current: measured, capacity, warming };
      const [next, wanted] = adjust(policy, this.stepping.get(policy.id) ?? freshSteps, ringing);
      this.stepping.set(policy.id, next);
      if (wanted !== undefined) most = Math.max(most ?? wanted, wanted);
    }
    return most;
  }
}
