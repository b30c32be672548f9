import { PutMetricDataCommand, type CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { archiveMinute, MINUTE_MS, type WindowArchive } from '../../lib/aws/window-archive';
import { datumsPerWindow, gameDayNamespace, windowDatums } from '../../lib/aws/window-metrics';
import type { TeamWindow } from '../../lib/core/scorer/ports';
import { reasonOf, type LoadNote } from './note';
import { Outbox } from './outbox';

interface PublisherParts {
  readonly cloudWatch: CloudWatchClient;
  readonly archive: WindowArchive;
  /** One life of one task. */
  readonly writer: string;
  readonly note: LoadNote;
  /** Windows that nobody will read any more. */
  readonly dropped: (windows: number) => void;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const MOST_DATUMS = 1000;
/** 25 teams for two hours, and some 10 MB. */
const MOST_WINDOWS = 20_000;
/** Three hours: as long as CloudWatch would tell windows apart anyhow. */
const MOST_MINUTES = 180;
/** Windows of all teams come within a second or two. */
const GATHER_MS = 1000;
/** A minute's windows come every ten seconds; each time its object is written anew. */
const ARCHIVE_GATHER_MS = 5000;

/** Publishes windows to CloudWatch and keeps them in S3; when either is away, what was meant for it waits here, up to a bound. */
export class WindowPublisher {
  private readonly minutes = new Map<number, Map<string, TeamWindow>>();
  private readonly metrics: Outbox<TeamWindow>;
  private readonly objects: Outbox<{ readonly minute: number }>;

  constructor(private readonly parts: PublisherParts) {
    const { cloudWatch, archive, writer } = parts;
    this.metrics = new Outbox({
      most: MOST_WINDOWS,
      batch: Math.floor(MOST_DATUMS / datumsPerWindow),
      gatherMs: GATHER_MS,
      send: async (windows) => {
        const MetricData = windows.flatMap((window) => windowDatums(archive.event, window));
        await cloudWatch.send(new PutMetricDataCommand({ Namespace: gameDayNamespace, MetricData }));
      },
      isHopeless: (error) => error instanceof Error && /^(Invalid|Missing)Parameter|^MissingRequired/.test(error.name),
      ...this.wordsFor('CloudWatch'),
      random: Math.random,
    });
    this.objects = new Outbox({
      most: MOST_MINUTES,
      batch: 1,
      gatherMs: ARCHIVE_GATHER_MS,
      send: async (items) => {
        for (const { minute } of items) await archiveMinute(archive, writer, minute, this.windowsOf(minute));
      },
      isHopeless: () => false,
      ...this.wordsFor('S3'),
      random: Math.random,
    });
  }

  /** Takes a window, also one that was taken before and has grown. */
  take(window: TeamWindow): void {
    const key = `${window.startsAt} ${window.team}`;
    const minute = Math.floor(window.startsAt / MINUTE_MS) * MINUTE_MS;
    const windows = this.minutes.get(minute) ?? new Map<string, TeamWindow>();
    this.minutes.set(minute, windows);
    windows.set(key, window);
    const [oldest] = this.minutes.keys();
    if (this.minutes.size > MOST_MINUTES && oldest !== undefined) this.minutes.delete(oldest);
    this.metrics.put(key, window);
    this.objects.put(`${minute}`, { minute });
  }

  /** Sends what is here, for at most this long. */
  async drain(forMs: number): Promise<void> {
    const [windows, minutes] = await Promise.all([this.metrics.drain(forMs), this.objects.drain(forMs)]);
    if (windows + minutes > 0) this.parts.note('error', 'given up at the end', { windows, minutes });
  }

  private windowsOf(minute: number): TeamWindow[] {
    return [...(this.minutes.get(minute)?.values() ?? [])];
  }

  private wordsFor(service: string) {
    return {
      failed: (error: unknown, waiting: number) =>
        this.parts.note('warn', `${service} took nothing; it is tried again`, { reason: reasonOf(error), waiting }),
      dropped: (count: number) => {
        this.parts.dropped(count);
        this.parts.note('error', `${service} was away too long; the oldest are dropped`, { count });
      },
    };
  }
}
