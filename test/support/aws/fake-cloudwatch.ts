import type { TeamWindow } from '../../../lib/core/scorer/ports';
import { windowDatums } from '../../../lib/aws/window-metrics';
import { jsonError, ok, type Answer, type Call } from './fake-aws';
import { grouped } from './grouped';

interface Query {
  readonly Id: string;
  readonly MetricStat: {
    readonly Metric: {
      readonly Namespace: string;
      readonly MetricName: string;
      readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
    };
    readonly Period: number;
    readonly Stat: string;
  };
}

const THREE_HOURS_MS = 3 * 3_600_000;

/** Metrics of one account as CloudWatch keeps them: data of less than a minute for three hours. */
export class FakeCloudWatch {
  /** Values by instant, by metric. */
  private readonly series = new Map<string, Map<number, number[]>>();
  /** What PutMetricData brought, newest last. */
  readonly put: { readonly name: string; readonly value: number }[] = [];

  /** @param pageDatums data of an answer before its next page */
  constructor(
    private readonly now: () => number,
    private readonly pageDatums = 2000,
  ) {}

  /** @param times how often the same window was published */
  publish(event: string, windows: readonly TeamWindow[], times = 1): void {
    for (const window of windows) {
      for (const datum of windowDatums(event, window)) {
        const dimensions = (datum.Dimensions ?? []).map(({ Name = '', Value = '' }) => ({ Name, Value }));
        for (let time = 0; time < times; time += 1) {
          this.add('GameDay', datum.MetricName ?? '', dimensions, window.startsAt, datum.Value ?? NaN);
        }
      }
    }
  }

  add(
    namespace: string,
    name: string,
    dimensions: Query['MetricStat']['Metric']['Dimensions'],
    at: number,
    value: number,
  ) {
    const key = keyOf({ Namespace: namespace, MetricName: name, Dimensions: dimensions });
    const values = this.series.get(key) ?? new Map<number, number[]>();
    this.series.set(key, values);
    values.set(at, [...(values.get(at) ?? []), value]);
  }

  readonly answer = ({ action, body }: Call): Answer => {
    if (action === 'PutMetricData') {
      const { MetricData } = JSON.parse(body) as { MetricData: { MetricName: string; Value: number }[] };
      for (const { MetricName: name, Value: value } of MetricData) this.put.push({ name, value });
      return ok({});
    }
    if (action !== 'GetMetricData') throw new Error(`unexpected call: CloudWatch ${action}`);
    return this.data(JSON.parse(body) as Parameters<FakeCloudWatch['data']>[0]);
  };

  private data(input: { MetricDataQueries: Query[]; StartTime: number; EndTime: number; NextToken?: string }): Answer {
    if (input.MetricDataQueries.length > 500) return jsonError('ValidationError');
    const all = input.MetricDataQueries.flatMap(({ Id, MetricStat: { Metric, Period, Stat } }) => {
      const values = [...(this.series.get(keyOf(Metric)) ?? [])].filter(
        ([at]) =>
          at >= input.StartTime * 1000 &&
          at < input.EndTime * 1000 &&
          (Period >= 60 || at > this.now() - THREE_HOURS_MS),
      );
      return values.map(([at, list]) => ({ id: Id, at: at / 1000, value: reduced(Stat, list) }));
    });
    const from = Number(input.NextToken ?? 0);
    const page = grouped(all.slice(from, from + this.pageDatums), ({ id }) => id);
    const next = from + this.pageDatums < all.length ? { NextToken: String(from + this.pageDatums) } : {};
    const results = [...page].map(([Id, data]) => ({
      Id,
      Label: Id,
      Timestamps: data.map(({ at }) => at),
      Values: data.map(({ value }) => value),
      StatusCode: 'NextToken' in next ? 'PartialData' : 'Complete',
    }));
    return ok({ MetricDataResults: results, ...next });
  }
}

const keyOf = ({ Namespace, MetricName, Dimensions }: Query['MetricStat']['Metric']): string =>
  [Namespace, MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)].join(' ');

function reduced(stat: string, values: readonly number[]): number {
  if (stat === 'Maximum') return Math.max(...values);
  if (stat === 'Sum') return values.reduce((sum, value) => sum + value, 0);
  throw new Error(`unexpected statistic: ${stat}`);
}
