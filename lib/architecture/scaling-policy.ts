/** Of the fleet itself, or of a queue. */
export type ScalingMetric = 'cpu' | 'memory' | 'requests-per-target' | QueueMetric;

/** Messages that are not worked off, those that can be taken among them, or the age of the oldest in seconds. */
export interface QueueMetric {
  /** Logical id of the queue or its broker. */
  readonly queue: string;
  readonly of: 'messages' | 'waiting' | 'age';
}
/** What changes the number of servers of a fleet as something is measured. */
export type ScalingPolicy = TrackingPolicy | StepPolicy;

/** Target tracking: hold a metric near a value. */
export interface TrackingPolicy {
  readonly kind: 'tracking';
  readonly id: string;
  readonly metric: ScalingMetric;
  readonly target: number;
  readonly scaleIn: boolean;
  readonly warmupSeconds: number;
  readonly outCooldownSeconds: number;
  readonly inCooldownSeconds: number;
}

/** Step or simple scaling: an alarm changes the number by so much. Simple scaling has one step and waits until its cooldown is over. */
export interface StepPolicy {
  readonly kind: 'step' | 'simple';
  readonly id: string;
  readonly alarms: readonly ScalingAlarm[];
  readonly change: 'count' | 'percent' | 'exact';
  /** Least change in servers when it is a percentage. */
  readonly minChange: number;
  readonly steps: readonly ScalingStep[];
  readonly warmupSeconds: number;
  readonly cooldownSeconds: number;
}

/** Applies while the metric is so far from the alarm's threshold; infinite where the template says nothing. */
interface ScalingStep {
  readonly from: number;
  readonly to: number;
  readonly adjustment: number;
}

/** A CloudWatch alarm that sets off a policy: so many of the last periods were beyond the threshold. */
export interface ScalingAlarm {
  readonly id: string;
  readonly metric: ScalingMetric;
  readonly comparison: 'above' | 'at-least' | 'below' | 'at-most';
  readonly threshold: number;
  readonly periodMinutes: number;
  readonly periods: number;
  readonly datapoints: number;
}
