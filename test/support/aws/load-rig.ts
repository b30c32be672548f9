import { logKey } from '../../../lib/aws/event-table';
import { eventId } from '../../../lib/core/event/event-id';
import type { GameDayEvent } from '../../../lib/core/event/event';
import type { LogEntry } from '../../../lib/core/records/records';
import type { TeamWindow } from '../../../lib/core/scorer/ports';
import { runLoadTask, type TaskParts } from '../../../load/aws/load-task';
import { credentialsOf, oddTeams, openOddTeams, type OddServers } from '../bad-teams';
import { anEvent, iso } from '../builders';
import { FakeAws, ok, xmlError, type Answer, type Call } from './fake-aws';
import { FakeBuckets } from './fake-buckets';
import { FakeTable } from './fake-table';

const MINUTE_MS = 60_000;
/** Teams by id, with accounts as AWS has them. */
export const accountsOfRig = { good: '111111111111', hangs: '222222222222' } as const;
const rigTeams = Object.entries(accountsOfRig);

/** What a task is told of where things lie. */
export const placesOfRig = {
  EVENT_BUCKET: 'events',
  EVENT_KEY: 'event.json',
  TABLE_NAME: 'table',
  ARCHIVE_BUCKET: 'archive',
} as const;

/** The engine that a rig is run with. */
export type StartParts = Pick<TaskParts, 'start' | 'leadMs'>;

type Datum = {
  readonly MetricName: string;
  readonly Timestamp?: number;
  readonly Value: number;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
};

/** Data of one window and team as CloudWatch has them; of repeated ones the maximum. */
export type Published = Readonly<Record<string, number>>;

/** The load program's work on the real clients of a fake AWS, against a team that serves and one that hangs. */
export class LoadRig {
  readonly table = new FakeTable();
  readonly buckets = new FakeBuckets();
  /** By `team startsAtMs`, by name. */
  readonly windows = new Map<string, Record<string, number>>();
  readonly own: Datum[] = [];
  readonly lines: string[] = [];
  /** Accounts whose observer role may not be assumed. */
  readonly denied = new Set<string>();
  readonly aws = new FakeAws({
    monitoring: (call) => this.metrics(call),
    dynamodb: this.table.answer,
    s3: this.buckets.answer,
    sts: (call) => this.role(call),
    cloudformation: (call) => this.stack(call),
    secretsmanager: ({ accessKey }) => ok({ SecretString: credentialsOf(teamOf(accessKey)).signingKey }),
  });
  readonly event: GameDayEvent;
  private readonly ending = new AbortController();
  private entries = 0;

  /** @param servers by account */
  constructor(
    private readonly servers: OddServers,
    stepsPerSecond: number,
    teams: readonly (readonly [id: string, account: string])[] = rigTeams,
  ) {
    this.event = anEvent({
      startsAt: Date.now(),
      durationSeconds: 3600,
      teams: teams.map(([id, account]) => ({ id, name: id, account })),
      traffic: [{ atSeconds: 0, stepsPerSecond }],
    });
    this.buckets.objects.set('events/event.json', JSON.stringify(this.event));
  }

  static async open(stepsPerSecond: number): Promise<LoadRig> {
    const teams = rigTeams.flatMap(([name, id]) => {
      const odd = oddTeams.find((each) => each.id === name);
      return odd === undefined ? [] : [{ ...odd, id }];
    });
    return new LoadRig(await openOddTeams(teams, Date.now), stepsPerSecond);
  }

  /** Writes an entry of the log, this long ago. */
  append(type: LogEntry['type'], fields: object = {}, agoMs = 0): void {
    const at = iso(Date.now() - agoMs);
    const entry = { id: `${type}-${(this.entries += 1)}`, at, by: 'organizer', type, ...fields };
    const key = { pk: { S: eventId(this.event) }, sk: { S: logKey(at, entry.id) } };
    this.table.items.set(`${key.pk.S}\n${key.sk.S}`, { ...key, record: { S: JSON.stringify(entry) } });
  }

  /** The event is under way since a minute. */
  begin(): void {
    this.append('started', {}, MINUTE_MS);
  }

  /** Runs the task; resolves when it has ended after `end`. */
  async run(engine: StartParts): Promise<void> {
    await runLoadTask({
      ...engine,
      env: { ...placesOfRig, TASK: 0, TASKS: 1, ENGINE: 'embedded' },
      scenario: this.event.scenario,
      journeySteps: 5,
      clients: this.aws.options(),
      signal: this.ending.signal,
      write: (line) => this.lines.push(line),
    });
  }

  end(): void {
    this.ending.abort();
  }

  close(): Promise<void> {
    return this.servers.close();
  }

  /** Published windows of a team, in order. */
  of(team: string): (Published & { readonly startsAt: number })[] {
    return [...this.windows]
      .filter(([key]) => key.startsWith(`${team} `))
      .map(([key, values]) => ({ ...values, startsAt: Number(key.split(' ')[1]) }))
      .sort((a, b) => a.startsAt - b.startsAt);
  }

  /** Archived windows of a team. */
  archived(team: string): TeamWindow[] {
    const objects = [...this.buckets.objects].filter(([name]) =>
      name.startsWith(`archive/windows/${eventId(this.event)}/`),
    );
    return objects
      .flatMap(([, text]) => text.trim().split('\n'))
      .map((line) => JSON.parse(line) as Omit<TeamWindow, 'startsAt'> & { readonly startsAt: string })
      .filter((line) => line.team === team)
      .map((line) => ({ ...line, startsAt: Date.parse(line.startsAt) }));
  }

  /** Waits until something has come about; fails after `forMs`. Returns how long it took, ms. */
  async until(happened: () => boolean, forMs: number): Promise<number> {
    const since = Date.now();
    while (!happened()) {
      if (Date.now() - since > forMs) throw new Error(`not within ${forMs} ms; the log says:\n${this.lines.join('')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return Date.now() - since;
  }

  received(team: keyof typeof accountsOfRig): number {
    return this.servers.received.get(accountsOfRig[team]) ?? 0;
  }

  private metrics({ action, body }: Call): Answer {
    if (action !== 'PutMetricData') throw new Error(`unexpected call: CloudWatch ${action}`);
    for (const datum of (JSON.parse(body) as { MetricData: Datum[] }).MetricData) {
      const team = datum.Dimensions.find(({ Name }) => Name === 'Team')?.Value;
      if (team === undefined || datum.Timestamp === undefined) {
        this.own.push(datum);
        continue;
      }
      const key = `${team} ${datum.Timestamp * 1000}`;
      const values = this.windows.get(key) ?? {};
      values[datum.MetricName] = Math.max(values[datum.MetricName] ?? 0, datum.Value);
      this.windows.set(key, values);
    }
    return ok({});
  }

  private role({ body }: Call): Answer {
    const account = /^arn:aws:iam::(.+):role\/gameday\/observer$/.exec(
      new URLSearchParams(body).get('RoleArn') ?? '',
    )?.[1];
    if (account === undefined || this.denied.has(account)) return xmlError('AccessDenied');
    const expiration = new Date(Date.now() + 3_600_000).toISOString();
    return ok(
      `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA${account}</AccessKeyId>` +
        `<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>` +
        '</Credentials></AssumeRoleResult></AssumeRoleResponse>',
    );
  }

  private stack({ accessKey }: Call): Answer {
    const outputs = { Address: this.servers.urls.get(teamOf(accessKey)) ?? '', SigningKeyArn: 'arn:key' };
    const members = Object.entries(outputs).map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    );
    return ok(
      '<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>Arena</StackName>' +
        `<Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    );
  }
}

const teamOf = (accessKey: string): string => accessKey.replace(/^ASIA/, '');
