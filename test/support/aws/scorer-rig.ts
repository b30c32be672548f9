import { S3Client } from '@aws-sdk/client-s3';
import { accountView } from '../../../lib/aws/account-view';
import { publishedBoard } from '../../../lib/aws/board';
import { logKey, roundKey } from '../../../lib/aws/event-table';
import { EventRecords } from '../../../lib/aws/event-records';
import { environmentsView } from '../../../lib/aws/measuring/environments-view';
import { publishedWindows } from '../../../lib/aws/published-windows';
import { scorerHealthMetrics } from '../../../lib/aws/scorer-metrics';
import { TeamAccounts } from '../../../lib/aws/team-account';
import { archivedWindows, archiveMinute } from '../../../lib/aws/window-archive';
import { eventId } from '../../../lib/core/event/event-id';
import type { GameDayEvent, Instant } from '../../../lib/core/event/event';
import type { LogEntry, Measurement, RoundRecord } from '../../../lib/core/records/records';
import type { ScorerNote, TeamWindow } from '../../../lib/core/scorer/ports';
import { tick } from '../../../lib/core/scorer/tick';
import { snapshotOf, type Snapshot } from '../../../lib/core/view/snapshot';
import { anEvent, at, someLog, START } from '../builders';
import { FakeAccounts } from './fake-accounts';
import { FakeAws } from './fake-aws';
import { FakeBuckets } from './fake-buckets';
import { FakeCloudWatch } from './fake-cloudwatch';
import { FakeTable } from './fake-table';
import { grouped } from './grouped';

const WINDOW_SECONDS = 10;

/** A scorer on the real clients of a fake AWS, and what the load program would have seen. */
export class ScorerRig {
  now: Instant = START;
  readonly metrics: FakeCloudWatch;
  readonly table: FakeTable;
  readonly buckets = new FakeBuckets();
  readonly accounts = new FakeAccounts(() => this.now);
  readonly aws = new FakeAws({
    monitoring: (call) => (this.accounts.tryOf(call)?.metrics ?? this.metrics).answer(call),
    dynamodb: (call) =>
      this.accounts.tryOf(call) === undefined ? this.table.answer(call) : this.accounts.tables(call),
    s3: this.buckets.answer,
    sts: this.accounts.sts,
    ec2: this.accounts.ec2,
    ecs: this.accounts.ecs,
    elasticloadbalancing: this.accounts.balancers,
  });
  readonly notes: ScorerNote[] = [];
  readonly id: string;
  /** By team and start. */
  private readonly truth = new Map<string, TeamWindow>();

  constructor(
    readonly event: GameDayEvent = anEvent({ durationSeconds: 3600 }),
    readonly log: readonly LogEntry[] = someLog(),
    /** Small ones by default, so that every answer has several. */
    pages: { readonly datums?: number; readonly items?: number } = {},
  ) {
    this.metrics = new FakeCloudWatch(() => this.now, pages.datums);
    this.table = new FakeTable(pages.items);
    this.id = eventId(event);
    for (const entry of log) this.keep(logKey(entry.at, entry.id), entry);
  }

  /** Puts a round into the table as if it had been recorded long ago. */
  recorded(round: number, team: string, measurement: Measurement): void {
    this.keep(roundKey(round, team), { round, startsAt: new Date(at(round * 60)).toISOString(), team, measurement });
  }

  /** What load programs saw of the event seconds from one to the other, of every team, and where they published it. */
  async measure(fromSeconds: number, toSeconds: number, where: { cloudWatch?: number; archive?: boolean } = {}) {
    const { cloudWatch = 1, archive = true } = where;
    const windows: TeamWindow[] = [];
    for (let seconds = fromSeconds; seconds < toSeconds; seconds += WINDOW_SECONDS) {
      this.event.teams.forEach(({ id }, index) => windows.push(aWindow(id, index, seconds)));
    }
    for (const window of windows) this.truth.set(`${window.team} ${window.startsAt}`, window);
    if (cloudWatch > 0) this.metrics.publish(this.id, windows, cloudWatch);
    if (!archive) return;
    const client = new S3Client(this.aws.options());
    const minutes = grouped(windows, ({ startsAt }) => Math.floor(startsAt / 60_000) * 60_000);
    for (const [minute, content] of minutes) {
      await archiveMinute({ client, bucket: 'archive', event: this.id }, 'task-0', minute, content);
    }
  }

  /** One tick of a new process at `seconds` after the start. */
  async tick(seconds: number): Promise<void> {
    this.now = at(seconds);
    await this.scorer()(this.now);
  }

  scorer(): ReturnType<typeof tick> {
    const options = this.aws.options();
    const records = new EventRecords(
      'table',
      this.id,
      (problem) => this.notes.push({ level: 'warn', ...problem }),
      options,
    );
    return tick(
      {
        log: { all: () => records.log(), append: (entry) => records.append(entry) },
        environments: environmentsView(options, () => this.now),
        rounds: records,
        windows: publishedWindows(
          this.id,
          this.event.teams.map(({ id }) => id),
          options,
        ),
        archive: archivedWindows({ client: new S3Client(options), bucket: 'archive', event: this.id }),
        accounts: accountView(new TeamAccounts(options, () => this.now), () => this.now),
        board: publishedBoard('site', options),
        health: scorerHealthMetrics(this.id, options),
        note: (note) => this.notes.push(note),
      },
      this.event,
    );
  }

  board(): Snapshot {
    return JSON.parse(this.buckets.objects.get('site/scoreboard.json') ?? '') as Snapshot;
  }

  points(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.board().teams.map(({ id, points }) => [id, points]));
  }

  /** What a fold on one machine gives for the same windows, all of them in time. */
  localPoints(): Readonly<Record<string, number>> {
    const count = Math.floor(
      Math.max(...[...this.truth.values()].map(({ startsAt }) => startsAt + 10_000 - START)) / 60_000,
    );
    const rounds = Array.from({ length: count }, (_, round): RoundRecord => ({
      round,
      startsAt: new Date(at(round * 60)).toISOString(),
      teams: Object.fromEntries(this.event.teams.map(({ id }) => [id, this.summed(id, round)])),
    }));
    const { teams } = snapshotOf(this.event, rounds, this.log, this.now, { asOf: this.now, speed: 1 });
    return Object.fromEntries(teams.map(({ id, points }) => [id, points]));
  }

  /** Records of one team that are kept, by round. */
  kept(team: string): Readonly<Record<number, Measurement>> {
    const rows = [...this.table.items.values()].map(({ record }) => JSON.parse(record!.S) as Record<string, unknown>);
    const own = rows.filter((row) => row['team'] === team && 'round' in row);
    return Object.fromEntries(own.map(({ round, measurement }) => [round as number, measurement as Measurement]));
  }

  private keep(sk: string, record: unknown): void {
    this.table.items.set(`${this.id}\n${sk}`, {
      pk: { S: this.id },
      sk: { S: sk },
      record: { S: JSON.stringify(record) },
    });
  }

  private summed(team: string, round: number): Measurement {
    const total = { expected: 0, fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 };
    for (let seconds = round * 60; seconds < (round + 1) * 60; seconds += WINDOW_SECONDS) {
      const window = this.truth.get(`${team} ${at(seconds)}`);
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += window?.[key] ?? 0;
    }
    return { ...total, p50Ms: 0, p95Ms: 0, spendUsdPerHour: 0.1, flags: [] };
  }
}

/** A window that is different for every team and time: some are good, some bad. */
function aWindow(team: string, index: number, seconds: number): TeamWindow {
  const failed = (Math.floor(seconds / 70) + index) % 4;
  const slow = (seconds / 10 + index) % 3;
  const counts = { fast: 10 - failed - slow, acceptable: 0, slow, faulty: 0, failed };
  return { team, startsAt: at(seconds), expected: 10, ...counts, p50Ms: 20, p95Ms: 80, flags: [] };
}
