import type { MetricDataQuery, MetricDatum, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { windowSeconds, type TeamWindow } from '../core/scorer/ports';

/** Windows in CloudWatch: namespace `GameDay`, dimensions Event and Team, one datum of each metric per window, at its start. */
export const gameDayNamespace = 'GameDay';

type Numbers = Omit<TeamWindow, 'team' | 'startsAt' | 'flags'>;

/** Name of the metric of each number of a window, and its unit. */
const windowMetrics = {
  fast: ['Fast', 'Count'],
  acceptable: ['Acceptable', 'Count'],
  slow: ['Slow', 'Count'],
  faulty: ['Faulty', 'Count'],
  failed: ['Failed', 'Count'],
  expected: ['Expected', 'Count'],
  p50Ms: ['P50Ms', 'Milliseconds'],
  p95Ms: ['P95Ms', 'Milliseconds'],
} as const satisfies Readonly<Record<keyof Numbers, readonly [name: string, unit: 'Count' | 'Milliseconds']>>;

const keys = Object.keys(windowMetrics) as readonly (keyof Numbers)[];

/** Data that one window makes: they are kept in one call of PutMetricData, so that a window is published whole or not at all. */
export const datumsPerWindow = keys.length;

/** Metrics that one team makes, each of which is one query. */
export const queriesPerTeam = keys.length;

const dimensions = (event: string, team: string) => [
  { Name: 'Event', Value: event },
  { Name: 'Team', Value: team },
];

/** A window as data for PutMetricData. @param event the event's id */
export function windowDatums(event: string, window: TeamWindow): MetricDatum[] {
  return keys.map((key) => ({
    MetricName: windowMetrics[key][0],
    Unit: windowMetrics[key][1],
    Dimensions: dimensions(event, window.team),
    Timestamp: new Date(window.startsAt),
    // Seconds, so that ten seconds can be told apart for three hours:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html#high-resolution-metrics
    StorageResolution: 1,
    Value: window[key],
  }));
}

/**
 * Queries of GetMetricData whose results `windowsOf` reads, `queriesPerTeam` for each team in order. The maximum of what is published once,
 * or again as it grew, is the number itself; a sum would count a repeated datum twice.
 *
 * @param event the event's id
 */
export function windowQueries(event: string, teams: readonly string[]): MetricDataQuery[] {
  return teams.flatMap((team, index) =>
    keys.map((key) => ({
      Id: queryId(index, key),
      MetricStat: {
        Metric: {
          Namespace: gameDayNamespace,
          MetricName: windowMetrics[key][0],
          Dimensions: dimensions(event, team),
        },
        Period: windowSeconds,
        Stat: 'Maximum',
      },
    })),
  );
}

/**
 * Windows from the results of `windowQueries` for the same teams, in any order, of several pages and several calls. A window of which
 * `Expected` is not there is left out: it has not been published whole yet.
 */
export function windowsOf(teams: readonly string[], results: readonly MetricDataResult[]): TeamWindow[] {
  const series = new Map<string, Map<number, number>>();
  for (const { Id = '', Timestamps = [], Values = [] } of results) {
    const values = series.get(Id) ?? new Map<number, number>();
    series.set(Id, values);
    Timestamps.forEach((at, index) => values.set(at.getTime(), Values[index] ?? 0));
  }
  return teams.flatMap((team, index) => {
    const valueOf = (key: keyof Numbers, at: number): number => series.get(queryId(index, key))?.get(at) ?? 0;
    return [...(series.get(queryId(index, 'expected'))?.keys() ?? [])].map((startsAt) => ({
      team,
      startsAt,
      fast: valueOf('fast', startsAt),
      acceptable: valueOf('acceptable', startsAt),
      slow: valueOf('slow', startsAt),
      faulty: valueOf('faulty', startsAt),
      failed: valueOf('failed', startsAt),
      expected: valueOf('expected', startsAt),
      p50Ms: valueOf('p50Ms', startsAt),
      p95Ms: valueOf('p95Ms', startsAt),
      flags: [],
    }));
  });
}

/** Starts with a small letter and holds letters and digits only: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html */
const queryId = (team: number, key: keyof Numbers): string => `team${team}${windowMetrics[key][0]}`;
