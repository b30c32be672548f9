import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { S3Client } from '@aws-sdk/client-s3';
import { EventRecords } from '../../lib/aws/event-records';
import { readEventObject } from '../../lib/aws/event-object';
import { TeamAccounts } from '../../lib/aws/team-account';
import { eventId } from '../../lib/core/event/event-id';
import type { GameDayEvent } from '../../lib/core/event/event';
import type { LogEntry } from '../../lib/core/records/records';
import { dayOf } from '../../lib/core/time/day';
import { AddressBook, endpointsOf } from './address-book';
import { calendarPlan } from './calendar-plan';
import type { ClientOptions } from '../../lib/aws/client-options';
import type { TaskEnv } from './environment';
import { Health } from './health';
import { jsonNotes, reasonOf, type LoadNote } from './note';
import { Shift, type ShiftParts } from './shift';
import { teamsOfTask } from './wanted-load';
import { WindowPublisher } from './window-publisher';

/** What a task is made of besides AWS. */
export interface TaskParts extends Pick<ShiftParts, 'start' | 'leadMs'> {
  readonly env: TaskEnv;
  /** The scenario whose journey `start` plays. */
  readonly scenario: string;
  readonly journeySteps: number;
  /** How clients of AWS are made. */
  readonly clients: ClientOptions;
  /** Told to end in order. */
  readonly signal: AbortSignal;
  readonly write: (line: string) => void;
}

/**
 * How often the log is read. A change is to be felt within 15 s: a second until it is read, up to 3.5 s for an engine to get ready, and
 * up to 10 s to the next window. Four hours of reading a log of 40 kB with two tasks cost less than 0.1 USD.
 */
export const LOG_MS = 1000;
const HEARTBEAT_MS = 60_000;
const RETRY_MS = 5000;
/** ECS gives a task 60 s to end; in-flight requests end first. */
const DRAIN_MS = 25_000;

/** Sends one task's part of the traffic until told to end. */
export async function runLoadTask(parts: TaskParts): Promise<void> {
  const { env, signal, clients } = parts;
  const secrets = new Set<string>();
  const note = jsonNotes(parts.write, secrets, Date.now);
  const event = await eventOf(parts, note);
  if (event === undefined) return;

  const id = eventId(event);
  const teams = teamsOfTask(event, env.TASK, env.TASKS);
  const accounts = new TeamAccounts(clients);
  const addresses = new AddressBook(teams, (account) => accounts.address(account), secrets, note);
  const health = new Health();
  const cloudWatch = new CloudWatchClient(clients);
  const publisher = new WindowPublisher({
    cloudWatch,
    archive: { client: new S3Client(clients), bucket: env.ARCHIVE_BUCKET, event: id },
    writer: `${env.TASK}-${Date.now().toString(36)}`,
    note,
    dropped: (windows) => health.dropping(windows),
  });
  const shift = new Shift({
    ...parts,
    window: (window) => {
      health.window(window);
      publisher.take(window);
    },
    restarting: () => health.restarting(),
    note,
  });
  const log = new FollowedLog(
    new EventRecords(env.TABLE_NAME, id, ({ message }) => note('warn', message), clients),
    note,
  );
  note('info', 'load task stands', { event: id, teams: teams.length, task: env.TASK, tasks: env.TASKS });

  const beat = every(HEARTBEAT_MS, () =>
    health.publish(cloudWatch, id).catch((error: unknown) => note('warn', 'no heartbeat', { reason: reasonOf(error) })),
  );
  const asking = every(LOG_MS, () => addresses.refresh(Date.now()));
  while (!signal.aborted) {
    const entries = await log.read();
    const plan = calendarPlan(event, entries, parts.journeySteps);
    if (plan !== undefined) {
      const day = dayOf(event, entries, Date.now());
      const halted = day.phase === 'paused' || day.phase === 'closed';
      const reachable = addresses.reachable(endpointsOf(day.entries.map(({ entry }) => entry)));
      const everybody = teams.map((team) => team.id);
      // Tasks share no customer: seeds of orders hold a task's number.
      const wanted = { event, plan, seed: env.TASK, journeySteps: parts.journeySteps, everybody, teams: reachable };
      shift.update(wanted, Date.now(), halted);
    }
    await pause(LOG_MS, signal);
  }
  note('info', 'told to end');
  clearInterval(beat);
  clearInterval(asking);
  await shift.stop();
  await publisher.drain(DRAIN_MS);
  note('info', 'load task ends');
}

/** The event, asked for until it is there; undefined when told to end before. */
async function eventOf(
  { env, scenario, signal, clients }: TaskParts,
  note: LoadNote,
): Promise<GameDayEvent | undefined> {
  while (!signal.aborted) {
    try {
      const event = await readEventObject({ bucket: env.EVENT_BUCKET, key: env.EVENT_KEY }, clients);
      if (event.scenario === scenario) return event;
      note('error', 'the event is of another scenario than this program', { event: event.scenario, program: scenario });
    } catch (error) {
      note('error', 'the event cannot be read; it is tried again', { reason: reasonOf(error) });
    }
    await pause(RETRY_MS, signal);
  }
  return undefined;
}

/** The log as it was last read: while the table is away, what is known goes on. */
class FollowedLog {
  private entries: readonly LogEntry[] = [];
  private complaint = '';

  constructor(
    private readonly records: EventRecords,
    private readonly note: LoadNote,
  ) {}

  async read(): Promise<readonly LogEntry[]> {
    try {
      this.entries = await this.records.log();
      this.complaint = '';
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== this.complaint) this.note('error', 'the log cannot be read; the last known holds', { reason });
      this.complaint = reason;
    }
    return this.entries;
  }
}

/** Does the work now and again and again, never twice at once. */
function every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
  let underWay = false;
  const once = (): void => {
    if (underWay) return;
    underWay = true;
    void work().finally(() => (underWay = false));
  };
  once();
  return setInterval(once, ms);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
