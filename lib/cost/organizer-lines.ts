import type { GameDayEvent } from '../core/event/event';
import { tasksFor } from '../core/load-tasks';
import { meanStepsPerSecond } from '../core/time/traffic';
import { usdPerHour } from '../core/prices';
import { byTheClock, perHour, perUse, type CostLine } from './cost-line';
import { organizerPlane } from './organizer-plane';
import { running, unitPrices } from './unit-prices';

const TICKS_PER_HOUR = 60;
const WINDOWS_PER_HOUR = 360;
const GB = 1e9;
/** Of a consistent read. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html */
const BYTES_PER_READ_UNIT = 4096;

/**
 * What the organizer's plane costs for the event. What goes by the clock (scorer, load tasks) goes on after it.
 * @param viewers screens that show the scoreboard all the time
 */
export function organizerLines(event: GameDayEvent, viewers: number): CostLine[] {
  return [
    ...scoringLines(event),
    ...conductingLines(event),
    ...servingLines(event),
    ...loadLines(event),
    ...watchingLines(event),
    ...siteLines(event, viewers),
  ];
}

const hoursOf = ({ durationSeconds }: GameDayEvent): number => durationSeconds / 3600;

function scoringLines(event: GameDayEvent): CostLine[] {
  const hours = hoursOf(event);
  const teams = event.teams.length;
  const rounds = event.durationSeconds / event.roundSeconds;
  const { memoryMib, secondsPerTick, secondsPerTeam, writesPerRecord, bytesPerRecord } = organizerPlane.scorer;
  const ticks = TICKS_PER_HOUR * hours;
  // Each tick reads every round so far, so half of all rounds in the mean.
  const readUnits = ticks * Math.ceil((teams * (rounds / 2) * bytesPerRecord) / BYTES_PER_READ_UNIT);
  return [
    ...everyMinute('Scorer', memoryMib, secondsPerTick + teams * secondsPerTeam, hours),
    perUse('Rounds and log: DynamoDB writes', teams * rounds * writesPerRecord, unitPrices.tableWrite),
    perUse('Rounds and log: DynamoDB reads', readUnits, unitPrices.tableRead),
  ];
}

function conductingLines(event: GameDayEvent): CostLine[] {
  const hours = hoursOf(event);
  const { memoryMib, secondsPerStep, logReadsPerStep } = organizerPlane.conductor;
  const readUnits = logReadsPerStep * Math.ceil(organizerPlane.load.logBytes / BYTES_PER_READ_UNIT);
  return [
    ...everyMinute('Conductor', memoryMib, secondsPerStep, hours),
    byTheClock('Conductor: DynamoDB reads of the log', TICKS_PER_HOUR * readUnits, hours, unitPrices.tableRead),
  ];
}

/** What open pages of teams ask. */
function servingLines(event: GameDayEvent): CostLine[] {
  const hours = hoursOf(event);
  const teams = event.teams.length;
  const { api, scorer } = organizerPlane;
  const requests = teams * api.pagesPerTeam * api.requestsPerHour * hours;
  const readUnits =
    api.logReadsPerHour +
    api.roundReadsPerHour * Math.ceil((teams * api.roundsPerRead * scorer.bytesPerRecord) / BYTES_PER_READ_UNIT);
  const seconds = requests * (api.memoryMib / 1024) * api.secondsPerRequest;
  return [
    perUse('Pages: Lambda', seconds, unitPrices.lambdaSecond),
    perUse('Pages: Lambda requests', requests, unitPrices.lambdaRequest),
    perUse('Pages: CloudFront requests', requests, unitPrices.cloudFrontRequest),
    perUse('Pages: CloudFront data', (requests * api.bytesPerAnswer) / GB, unitPrices.cloudFrontGb),
    perUse('Pages: DynamoDB counts of requests', requests * api.writesPerRequest, unitPrices.tableWrite),
    perUse('Pages: DynamoDB reads', api.environments * readUnits * hours, unitPrices.tableRead),
    perHour('Pages: secrets', api.secrets, hours, unitPrices.secret),
  ];
}

/** A function that is started every minute. @param seconds that it runs each time */
const everyMinute = (name: string, memoryMib: number, seconds: number, hours: number): CostLine[] => [
  byTheClock(`${name}: Lambda`, TICKS_PER_HOUR * (memoryMib / 1024) * seconds, hours, unitPrices.lambdaSecond),
  byTheClock(`${name}: Lambda requests`, TICKS_PER_HOUR, hours, unitPrices.lambdaRequest),
  byTheClock(`${name}: schedule`, TICKS_PER_HOUR, hours, unitPrices.schedulerCall),
];

function loadLines(event: GameDayEvent): CostLine[] {
  const hours = hoursOf(event);
  const { processor, vcpu, memoryGib, gbPerStep, archivingsPerWindow, logReadsPerSecond, logBytes } =
    organizerPlane.load;
  const tasks = tasksFor(event.teams.length);
  const task = { kind: 'task', id: 'task', processor, vcpu, memoryGib, zone: 0 } as const;
  const steps = event.teams.length * meanStepsPerSecond(event) * event.durationSeconds;
  return [
    perHour(
      'Load tasks: Fargate',
      tasks,
      hours,
      running(usdPerHour([task]).usdPerHour, 'task-hours', 'https://aws.amazon.com/fargate/pricing/'),
    ),
    perHour(
      'Load tasks: public addresses',
      tasks,
      hours,
      running(
        usdPerHour([{ kind: 'address', id: 'address' }]).usdPerHour,
        'address-hours',
        'https://aws.amazon.com/vpc/pricing/',
      ),
    ),
    perUse('Load tasks: data to and from teams', steps * gbPerStep, unitPrices.regionalGb),
    byTheClock(
      'Load tasks: DynamoDB reads of the log',
      tasks * logReadsPerSecond * 3600 * Math.ceil(logBytes / BYTES_PER_READ_UNIT),
      hours,
      unitPrices.tableRead,
    ),
    perUse('Windows: S3 archive', tasks * WINDOWS_PER_HOUR * archivingsPerWindow * hours, unitPrices.s3Put),
  ];
}

function watchingLines(event: GameDayEvent): CostLine[] {
  const hours = hoursOf(event);
  const teams = event.teams.length;
  const {
    metricsPerTeam,
    ownMetrics,
    datumsPerCall,
    publishings,
    alarms,
    dashboards,
    logBytesPerTick,
    logBytesPerTeam,
  } = organizerPlane.watching;
  const tasks = tasksFor(teams);
  const callsPerWindow = tasks * Math.ceil((Math.ceil(teams / tasks) * metricsPerTeam) / datumsPerCall) * publishings;
  return [
    // A metric is paid for in each hour in which something was published to it.
    perUse('CloudWatch: metrics', (teams * metricsPerTeam + ownMetrics) * Math.ceil(hours), unitPrices.metric),
    perUse('CloudWatch: PutMetricData', callsPerWindow * WINDOWS_PER_HOUR * hours, unitPrices.metricPut),
    perUse('CloudWatch: GetMetricData', teams * metricsPerTeam * TICKS_PER_HOUR * hours, unitPrices.metricGet),
    perHour('CloudWatch: alarms', alarms, hours, unitPrices.alarm),
    perHour('CloudWatch: dashboard', dashboards, hours, unitPrices.dashboard),
    byTheClock(
      'CloudWatch: logs',
      (TICKS_PER_HOUR * (logBytesPerTick + teams * logBytesPerTeam)) / GB,
      hours,
      unitPrices.logGb,
    ),
  ];
}

function siteLines(event: GameDayEvent, viewers: number): CostLine[] {
  const hours = hoursOf(event);
  const { pollsPerHour, bytesPerPoll, snapshotBytes, snapshotBytesPerTeam, edges, secondsCached } = organizerPlane.site;
  const polls = viewers * pollsPerHour * hours;
  const snapshots = viewers * TICKS_PER_HOUR * hours;
  const bytes = polls * bytesPerPoll + snapshots * (snapshotBytes + event.teams.length * snapshotBytesPerTeam);
  // Each place of CloudFront asks the bucket again when what it holds is too old, and never more often than viewers ask it.
  const origin = Math.min(polls, edges * (3600 / secondsCached) * hours);
  return [
    perUse('Scoreboard: CloudFront requests', polls, unitPrices.cloudFrontRequest),
    perUse('Scoreboard: CloudFront data', bytes / GB, unitPrices.cloudFrontGb),
    perUse('Scoreboard: S3 reads', origin, unitPrices.s3Get),
    byTheClock('Scoreboard: S3 writes', TICKS_PER_HOUR, hours, unitPrices.s3Put),
  ];
}
