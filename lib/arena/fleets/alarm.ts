import type { ScalingAlarm } from '../../architecture/scaling-policy';

/** The datapoints that an alarm looks at, newest last, and the minutes that the next one will be made of. */
export interface AlarmState {
  readonly datapoints: readonly number[];
  readonly minutes: readonly number[];
}
export const freshAlarm: AlarmState = { datapoints: [], minutes: [] };

/**
 * A minute's value is in. A period without any value is left out, as an alarm does that treats missing data as missing.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function watch(alarm: ScalingAlarm, { datapoints, minutes }: AlarmState, value: number): AlarmState {
  const collected = [...minutes, value];
  if (collected.length < alarm.periodMinutes) return { datapoints, minutes: collected };
  const total = collected.reduce((sum, each) => sum + each, 0);
  // Requests are counted over the period, shares of a CPU are averaged.
  const datapoint = alarm.metric === 'requests-per-target' ? total : total / collected.length;
  return { datapoints: [...datapoints, datapoint].slice(-alarm.periods), minutes: [] };
}

/** @returns how far the newest datapoint is from the threshold while the alarm rings; `undefined` while it does not */
export function breach(alarm: ScalingAlarm, { datapoints }: AlarmState): number | undefined {
  const beyond = datapoints.filter((value) => isBeyond(alarm, value));
  const newest = datapoints.at(-1);
  if (newest === undefined || beyond.length < alarm.datapoints) return undefined;
  return newest - alarm.threshold;
}

function isBeyond({ comparison, threshold }: ScalingAlarm, value: number): boolean {
  switch (comparison) {
    case 'above':
      return value > threshold;
    case 'at-least':
      return value >= threshold;
    case 'below':
      return value < threshold;
    case 'at-most':
      return value <= threshold;
  }
}
