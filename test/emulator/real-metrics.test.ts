import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentsView } from '../../lib/aws/measuring/environments-view';
import { environmentPorts } from '../../lib/aws/informed/environments';
import { conduct } from '../../lib/core/experiments/conductor';
import { orderedEntry, startedEntry } from '../../lib/core/experiments/entries';
import type { Executor } from '../../lib/core/experiments/executor';
import type { Environment } from '../../lib/core/informed/informed';
import { kickOffRun } from '../../lib/core/informed/kick-offs';
import { takeStep } from '../../lib/core/informed/take-step';
import { alarmEntries } from '../../lib/core/measuring/alarm-history';
import { customerRound } from '../../lib/core/measuring/customer-round';
import type { LogEntry } from '../../lib/core/records/records';
import { checkedSteps } from '../../lib/core/score/service';
import { dayOf } from '../../lib/core/time/day';
import { anEnvironment, anInformed, anInformedEvent, readyForTest, says, theCard } from '../support/an-informed';
import { aRound, anEntry, anEvent, iso, someLog, START } from '../support/builders';
import { organizerOptions } from './cloudformation';
import { region, startEmulator, type Emulator } from './emulator';
import { roleOptions } from './roles';

const organizer = '999999999999';
const account = '111111111111';
const stranger = '222222222222';
const MINUTE_MS = 60_000;
const start = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 600_000;
const minute = (number: number) => start + number * MINUTE_MS;
const balancer = (name: string) =>
  `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/${name}/50dc6c495c0c9188`;
const alarm = (name: string) => `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`;
const production: Environment = anEnvironment({
  id: 'production',
  name: 'Production',
  kind: 'production',
  account,
  region,
  customers: { loadBalancers: [balancer('shop'), balancer('api')], alarms: [alarm('latency')] },
  guardrails: { stopOn: [{ alarm: alarm('orders'), below: 0.5 }] },
});
const bands = { fastMs: 300, acceptableMs: 1000 };
const noJourneys = aRound({ expected: 0, fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 });

let emulator: Emulator;
let cloudWatch: CloudWatchClient;
/** The scorer of the event, as AWS runs it. */
let scorer: ReturnType<typeof organizerOptions>;
beforeAll(async () => {
  emulator = await startEmulator(organizer, [account, stranger]);
  const options = await roleOptions(emulator, `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`);
  cloudWatch = new CloudWatchClient(options);
  await letIn(options, 'fault', { AWS: `arn:aws:iam::${organizer}:root` });
  await letIn(organizerOptions(emulator), 'spring-scorer', { Service: 'lambda.amazonaws.com' });
  scorer = await roleOptions(emulator, `arn:aws:iam::${organizer}:role/gameday/spring-scorer`);
  const template = readFileSync(resolve(__dirname, '../../docs/environment-observer.yaml'), 'utf8');
  await new CloudFormationClient(options).send(
    new CreateStackCommand({
      StackName: 'GameDayObserver',
      TemplateBody: template,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: [
        { ParameterKey: 'OrganizerAccount', ParameterValue: organizer },
        { ParameterKey: 'EventId', ParameterValue: 'spring' },
      ],
    }),
  );
}, 60_000);
afterAll(() => emulator.stop());

/** A role that lets an account in. */
const letIn = (options: ReturnType<typeof organizerOptions>, RoleName: string, Principal: object) =>
  new IAMClient(options).send(
    new CreateRoleCommand({
      Path: '/gameday/',
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
      }),
    }),
  );

const view = (options = scorer) => environmentsView({ ...options, maxAttempts: 1 });

/** What a load balancer counted in a minute; latencies are the targets' answers, in seconds. */
async function counted(
  name: string,
  at: number,
  sums: Readonly<Record<string, number>>,
  latencies: readonly number[],
): Promise<void> {
  const datum = (MetricName: string, Value: number) => ({
    MetricName,
    Value,
    Timestamp: new Date(at),
    Dimensions: [{ Name: 'LoadBalancer', Value: `app/${name}/50dc6c495c0c9188` }],
  });
  const MetricData = [
    ...Object.entries(sums).map(([metric, value]) => datum(metric, value)),
    ...latencies.map((seconds) => datum('TargetResponseTime', seconds)),
  ];
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: 'AWS/ApplicationELB', MetricData }));
}

const roundOf = async (from: number, to: number, environment = production) =>
  customerRound(await view().readCustomers(environment, { from, to }, bands), noJourneys);

const anAlarm = (AlarmName: string) =>
  cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName,
      MetricName: 'RequestCount',
      Namespace: 'AWS/ApplicationELB',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
    }),
  );
const set = (AlarmName: string, StateValue: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA') =>
  cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'test' }));

const answers = (seconds: number, count: number): readonly number[] => Array.from({ length: count }, () => seconds);

describe('rounds of real customers', () => {
  test('are those worked out by hand from what load balancers counted', async () => {
    // Shop: 20 answers, 12 within 0.3 s and 4 more within 1 s, 5 of them errors; 3 requests that no target got, 2 connections refused.
    await counted(
      'shop',
      minute(0),
      {
        RequestCount: 23,
        HTTPCode_Target_5XX_Count: 5,
        HTTPCode_ELB_5XX_Count: 3,
        RejectedConnectionCount: 2,
      },
      [...answers(0.1, 11), 0.3, ...answers(0.301, 3), 1, ...answers(2.5, 4)],
    );
    // Api: 10 answers, all within 0.3 s.
    await counted('api', minute(0), { RequestCount: 10 }, answers(0.05, 10));
    // 15 good answers of the shop: 60 % fast, 80 % up to acceptable. The 10 of the other are fast.
    expect(await roundOf(minute(0), minute(1))).toEqual({
      expected: 35,
      fast: 9 + 10,
      acceptable: 3,
      slow: 3,
      faulty: 0,
      failed: 5 + 3 + 2,
      planned: 35,
      // Weighted by answers: (100 x 20 + 50 x 10) / 30, and (2500 x 20 + 50 x 10) / 30.
      p50Ms: 83.3,
      p95Ms: 1683.3,
      flags: [],
    });
  });

  test('of several minutes are their sum, and a minute without customers adds nothing', async () => {
    await counted('shop', minute(2), { RequestCount: 4 }, answers(0.1, 4));
    await counted('shop', minute(4), { RequestCount: 6, HTTPCode_Target_5XX_Count: 1 }, answers(0.5, 6));
    expect(await roundOf(minute(2), minute(5))).toMatchObject({ fast: 4, acceptable: 5, failed: 1, planned: 10 });
  });

  test('in which nobody came are unchecked', async () => {
    const round = await roundOf(minute(7), minute(8));
    expect(checkedSteps(round)).toBe(0);
    expect(round.flags).toEqual(['load balancers counted no customers']);
  });

  test('have no customers in another region than that of the environment', async () => {
    const round = await roundOf(minute(0), minute(1), { ...production, region: 'eu-west-3' });
    expect(checkedSteps(round)).toBe(0);
  });
});

describe('alarms', () => {
  test('that changed are told with the instants at which they did, over all pages, and those that are not watched are not', async () => {
    for (const name of ['orders', 'latency', 'disk']) await anAlarm(name);
    const before = Date.now();
    for (const state of ['ALARM', 'OK', 'INSUFFICIENT_DATA', 'ALARM', 'OK'] as const) await set('orders', state);
    await set('latency', 'ALARM');
    await set('disk', 'ALARM');
    const after = Date.now();

    const log = [{ ...anEntry('started', 0, {}), at: new Date(start).toISOString() }];
    const event = anEvent({ informed: anInformed({ environments: [production] }) });
    const entries = await alarmEntries(view().readAlarmHistory, event, dayOf(event, log, after + 1), () => undefined);
    const of = (name: string) => entries.filter((entry) => entry.type === 'alarmed' && entry.alarm === alarm(name));
    expect(of('orders')).toMatchObject(
      ['alarm', 'ok', 'insufficient-data', 'alarm', 'ok'].map((state) => ({ state, environment: 'production' })),
    );
    expect(of('latency')).toMatchObject([{ state: 'alarm', by: 'scorer' }]);
    expect(entries).toHaveLength(6);
    for (const { at } of entries) {
      expect(Date.parse(at)).toBeGreaterThanOrEqual(before - 1000);
      expect(Date.parse(at)).toBeLessThanOrEqual(after);
    }
  });
});

test('an environment whose role lets nobody in is named with its account and region, and what its owner should allow', async () => {
  const closed = { ...production, name: 'Staging', account: stranger };
  const refusal = {
    code: 'AccountUnreadable',
    message: expect.stringMatching(new RegExp(`Staging \\(account ${stranger}, ${region}\\).*AccessDenied`)) as string,
    hint: expect.stringContaining('gameday/observer') as string,
  };
  const span = { from: minute(0), to: minute(1) };
  await expect(view().readCustomers(closed, span, bands)).rejects.toMatchObject(refusal);
  await expect(view().readAlarmHistory(closed, span)).rejects.toMatchObject(refusal);
});

test('the role that an owner deploys lets in the scorer of the event, and nobody else of the organizer', async () => {
  const span = { from: minute(0), to: minute(1) };
  await expect(view().readCustomers(production, span, bands)).resolves.toBeDefined();
  await expect(view(organizerOptions(emulator)).readCustomers(production, span, bands)).rejects.toMatchObject({
    code: 'AccountUnreadable',
  });
});

test('an alarm of a guardrail ends the experiment that is under way, and until then it goes on', async () => {
  await anAlarm('checkout');
  const place = anEnvironment({ account, region, guardrails: { stopOn: [{ alarm: alarm('checkout'), below: 0.5 }] } });
  const event = anInformedEvent({ environments: [place] });
  const runs = event.teams.map(({ id: team }) => ({
    run: kickOffRun(1, team),
    experiment: 'stop',
    team,
    forSeconds: 600,
  }));
  const log: LogEntry[] = someLog(...readyForTest, says.toldAt(), says.decided('test'));
  const facts = runs.flatMap((run) => [orderedEntry(run), startedEntry(run)]);
  log.push(...facts.map((fact) => ({ ...fact, at: iso(START + 901_000) })));
  const stopped: string[] = [];
  let now = START + 930_000;
  const { readAlarms } = environmentPorts(event, () => Promise.resolve(log), {
    client: organizerOptions(emulator),
    endpoint: emulator.url,
  });
  const unwanted = () => Promise.reject(new Error('nothing is to begin'));
  const executor: Executor = {
    resolve: unwanted,
    start: unwanted,
    stop: (run) => Promise.resolve(void stopped.push(run)),
    state: () => Promise.resolve({ state: 'running' }),
    sweep: () => Promise.resolve([]),
  };
  const ports = {
    now: () => now,
    log: () => Promise.resolve([...log]),
    append: (entry: LogEntry) => Promise.resolve(void log.push(entry)),
    readAlarms,
    executorOf: () => executor,
    note: () => undefined,
  };
  const look = async (): Promise<void> => {
    await takeStep(ports, event, [theCard], () => []);
    expect(await conduct(ports, event, [theCard])).toEqual([]);
    now += 5000;
  };

  await set('checkout', 'OK');
  await look();
  expect(stopped).toEqual([]);
  await set('checkout', 'ALARM');
  await look();
  expect(stopped).toEqual(runs.map(({ run }) => run));
  const ends = log.filter(({ type }) => type === 'experiment-ended');
  expect(ends).toMatchObject(
    runs.map(({ run }) => ({ run, reason: expect.stringContaining('guardrail alarms') as string })),
  );
});
