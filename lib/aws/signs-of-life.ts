import { CloudWatchClient, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../core/event/event';
import type { ClientOptions } from './client-options';
import { loadMetrics } from './load-metrics';
import { readMetrics } from './metric-data';
import { gameDayNamespace } from './window-metrics';

/** What shows that the organizer's programs of an event live. */
export interface SignsOfLife {
  /** Heartbeats of load tasks from an instant on. */
  heartbeats(from: Instant): Promise<number>;
  /** When the scorer last published; undefined for never. */
  scoredAt(): Promise<Instant | undefined>;
}

/**
 * @param event the event's id
 * @param site bucket that the scoreboard is published in
 */
export const signsOfLife = (event: string, site: string, options: ClientOptions = {}): SignsOfLife => ({
  heartbeats: async (from) => {
    const span = { from, to: Date.now() };
    const answers = await readMetrics(new CloudWatchClient(options), [[heartbeatQuery(event)]], span);
    return answers.flat().reduce((sum, { Values: values }) => sum + (values ?? []).reduce((a, b) => a + b, 0), 0);
  },
  scoredAt: async () => {
    try {
      const object = { Bucket: site, Key: 'scoreboard.json' };
      return (await new S3Client(options).send(new HeadObjectCommand(object))).LastModified?.getTime();
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  },
});

const heartbeatQuery = (event: string): MetricDataQuery => ({
  Id: 'heartbeat',
  MetricStat: {
    Metric: {
      Namespace: gameDayNamespace,
      MetricName: loadMetrics.heartbeat,
      Dimensions: [{ Name: 'Event', Value: event }],
    },
    Period: 60,
    Stat: 'Sum',
  },
});
