import type { QueueMetric, ScalingMetric } from '../../architecture/scaling-policy';
import type { Realm } from '../realm';
import { isRunning, type Member } from './member';

/** A fleet's metric over the last minute, from those of its servers that are warmed up. */
export interface Measurement {
  readonly metric: number;
  readonly measured: number;
  /** Whether some server is not warmed up yet. */
  readonly warming: boolean;
}

/** @param groups the target groups that the fleet belongs to */
export function measure(
  realm: Realm,
  members: readonly Member[],
  groups: readonly string[],
  metric: ScalingMetric,
  warmupSeconds: number,
): Measurement {
  const { now } = realm.simulation;
  const isWarm = ({ inServiceAt }: Member) => now - inServiceAt >= warmupSeconds;
  const warm = members.filter((member) => isRunning(member, now) && isWarm(member));
  if (typeof metric === 'object') {
    return { metric: realm.measureQueue(metric), measured: warm.length, warming: !members.every(isWarm) };
  }
  const value = warm.length === 0 ? 0 : read(realm, warm, groups, metric);
  return { metric: value, measured: warm.length, warming: !members.every(isWarm) };
}

function read(
  realm: Realm,
  members: readonly Member[],
  groups: readonly string[],
  metric: Exclude<ScalingMetric, QueueMetric>,
): number {
  const mean = (of: (member: Member) => number) =>
    members.reduce((sum, member) => sum + of(member), 0) / members.length;
  if (metric === 'memory') return mean(({ server }) => 100 * server.memoryShare);
  if (metric === 'cpu') {
    return mean(
      ({ server, usedVcpuSeconds }) => (100 * (server.usedVcpuSeconds - usedVcpuSeconds)) / (60 * server.cpu.vcpus),
    );
  }
  const joined = groups.flatMap((id) => realm.group(id) ?? []);
  const requests = joined.reduce((sum, group) => sum + group.requestsLastMinute, 0);
  return requests / Math.max(1, ...joined.map((group) => group.healthyCount()));
}

/** The minute is over: CPU use is counted from here. */
export function startMinute(members: readonly Member[]): void {
  for (const member of members) member.usedVcpuSeconds = member.server.usedVcpuSeconds;
}
