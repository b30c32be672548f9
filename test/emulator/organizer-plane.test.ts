import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventRecords } from '../../lib/aws/event-records';
import { gameDayNamespace, windowDatums } from '../../lib/aws/window-metrics';
import type { GameDayEvent } from '../../lib/core/event/event';
import { eventId } from '../../lib/core/event/event-id';
import { play } from '../../lib/core/game';
import type { LogEntry, Measurement, RoundRecord } from '../../lib/core/records/records';
import type { TeamWindow } from '../../lib/core/scorer/ports';
import { dayOf } from '../../lib/core/time/day';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { tryFindStack } from '../../lib/deploy/aws/stack-status';
import { organizerStackName } from '../../lib/deploy/target';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { scratchFolder } from '../e2e/rehearsal-process';
import { bootstrap, cdkDeploy, gameday } from './cdk';
import { deployTemplate, organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';
import { answerOf, invoke } from './lambda';
import { roleOptions } from './roles';

// Each command is a process of its own, and so is each tick.
jest.setTimeout(120_000);

const organizer = '999999999999';
const accounts = { blue: '111111111111', red: '222222222222' };
const MINUTE_MS = 60_000;
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');
const eventText = `name: Plane
scenario: rental-market
starts: 2026-12-10T09:00:00Z
duration: 30m
round: 1m
freeze: 0s
traffic: [{ at: 0s, rps: 1 }]
spikes: []
experiments: []
teams:
  - { id: blue, name: Blue Whales, account: "${accounts.blue}" }
  - { id: red, name: Red Foxes, account: "${accounts.red}" }
`;

let emulator: Emulator;
let event: GameDayEvent;
let records: EventRecords;
let outputs: Readonly<Record<string, string>>;
/** Five minutes ago, so that rounds have settled, and their spend is still that of now. */
let startedAt: number;

beforeAll(async () => {
  emulator = await startEmulator(organizer, Object.values(accounts));
  writeFileSync(eventFile, eventText);
  event = await readEventFile(eventFile);
  expect(await bootstrap(emulator, organizer)).toMatchObject({ code: 0 });
  const deployed = await cdkDeploy(emulator, ['Organizer', '-c', `event=${eventFile}`], join(scratch.path, 'cdk'));
  expect(deployed.code === 0 ? '' : deployed.output).toBe('');
  const options = organizerOptions(emulator);
  outputs = (await tryFindStack(new CloudFormationClient(options), organizerStackName(event)))?.outputs ?? {};
  const failing = (problem: unknown): never => {
    throw new Error(JSON.stringify(problem));
  };
  records = new EventRecords(outputs['Table'] ?? '', eventId(event), failing, options);
  startedAt = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 5 * MINUTE_MS;
  await records.append({ id: 'start', at: new Date(startedAt).toISOString(), by: 'organizer', type: 'started' });
  await publish();
  await letIn('blue');
}, 240_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

/** What every team is sent for ten minutes: some of it fails. */
const windows = (): TeamWindow[] =>
  event.teams.flatMap(({ id: team }, index) =>
    Array.from({ length: 60 }, (_, window) => {
      const failed = (window + index) % 3;
      const counts = { fast: 10 - failed, acceptable: 0, slow: 0, faulty: 0, failed };
      return { team, startsAt: startedAt + window * 10_000, expected: 10, ...counts, p50Ms: 20, p95Ms: 90, flags: [] };
    }),
  );

async function publish(): Promise<void> {
  const client = new CloudWatchClient(organizerOptions(emulator));
  for (const { id } of event.teams) {
    const MetricData = windows()
      .filter(({ team }) => team === id)
      .flatMap((window) => windowDatums(eventId(event), window));
    await client.send(new PutMetricDataCommand({ Namespace: gameDayNamespace, MetricData }));
  }
}

/** Makes the observer role in a team's account, with something that costs beside it. */
async function letIn(team: keyof typeof accounts): Promise<void> {
  const scorer = `arn:aws:iam::${organizer}:role/gameday/${eventId(event)}-scorer`;
  const trust = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: `arn:aws:iam::${organizer}:root` },
    Condition: { ArnEquals: { 'aws:PrincipalArn': [scorer] } },
  };
  const Role = {
    Type: 'AWS::IAM::Role',
    Properties: { Path: '/gameday/', RoleName: 'observer', AssumeRolePolicyDocument: { Statement: [trust] } },
  };
  const Orders = {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 10 },
    },
  };
  const way = await roleOptions(emulator, `arn:aws:iam::${accounts[team]}:role/OrganizationAccountAccessRole`);
  expect(await deployTemplate(emulator, 'observed', { Role, Orders }, {}, way)).toMatchObject({
    status: 'CREATE_COMPLETE',
  });
}

/** Of the provisioned table: https://aws.amazon.com/dynamodb/pricing/ */
const tableUsdPerHour = 0.0147 + 0.00735;

async function scored(): Promise<Snapshot> {
  await invoke(emulator, outputs['ScorerFunction'] ?? '');
  const s3 = new S3Client(organizerOptions(emulator));
  const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: outputs['Site'] ?? '', Key: 'scoreboard.json' }));
  return JSON.parse((await body?.transformToString()) ?? '') as Snapshot;
}

/** Points of a fold on this machine of what was sent, with every account seen. */
async function localPoints({ clock, rounds }: Snapshot): Promise<Readonly<Record<string, number>>> {
  const sum = (list: readonly TeamWindow[], key: 'expected' | 'fast' | 'failed') =>
    list.reduce((total, each) => total + each[key], 0);
  const local = Array.from({ length: rounds }, (_, round): RoundRecord => {
    const from = startedAt + round * MINUTE_MS;
    const measured = event.teams.map(({ id }): [string, Measurement] => {
      const mine = windows().filter(
        ({ team, startsAt }) => team === id && startsAt >= from && startsAt < from + MINUTE_MS,
      );
      const counts = { acceptable: 0, slow: 0, faulty: 0, fast: sum(mine, 'fast'), failed: sum(mine, 'failed') };
      const about = { expected: sum(mine, 'expected'), p50Ms: 20, p95Ms: 90, spendUsdPerHour: tableUsdPerHour };
      return [id, { ...counts, ...about, flags: [] }];
    });
    return { round, startsAt: new Date(from).toISOString(), teams: Object.fromEntries(measured) };
  });
  const { teams } = play(event, local, await records.log(), Date.parse(clock.asOf));
  return Object.fromEntries(teams.map(({ team, points }) => [team, Math.round(points * 1000) / 1000]));
}
const pointsOf = ({ teams }: Snapshot) => Object.fromEntries(teams.map(({ id, points }) => [id, points]));
const spendOf = ({ teams }: Snapshot) =>
  Object.fromEntries(teams.map(({ id, spendUsdPerHour }) => [id, spendUsdPerHour]));

describe('a team whose account lets nobody in', () => {
  const newest = async () => (await records.all()).at(-1)?.teams ?? {};
  const flag = 'account: could not be looked at';

  test('is flagged and costs nothing; the points of all are those of a day on which every account was seen', async () => {
    const board = await scored();
    expect(board.rounds).toBeGreaterThanOrEqual(3);
    expect(pointsOf(board)).toEqual(await localPoints(board));
    expect(spendOf(board)).toEqual({ blue: expect.closeTo(tableUsdPerHour, 3) as number, red: 0 });
    const { blue, red } = await newest();
    expect(blue).toMatchObject({ flags: [], spendUsdPerHour: expect.closeTo(tableUsdPerHour, 6) as number });
    expect(red).toMatchObject({ flags: [flag] });
  });

  test('is seen again when it lets the scorer in', async () => {
    await letIn('red');
    const board = await scored();
    expect(pointsOf(board)).toEqual(await localPoints(board));
    expect(spendOf(board)).toEqual({
      blue: expect.closeTo(tableUsdPerHour, 3) as number,
      red: expect.closeTo(tableUsdPerHour, 3) as number,
    });
    expect((await newest())['red']).toMatchObject({ flags: [] });
  });
});

describe('the clock of a deployed event', () => {
  const entry = (type: LogEntry['type']) => records.log().then((log) => log.filter((each) => each.type === type));

  test('gameday pause stops it at once, for the scorer too', async () => {
    expect(await gameday(emulator, 'pause', eventFile)).toMatchObject({ code: 0 });
    expect(await entry('paused')).toHaveLength(1);
    expect((await scored()).clock).toMatchObject({ phase: 'paused', endsSeconds: 1800 });
  });

  test('gameday pause of an event that is paused writes nothing', async () => {
    const { code, output } = await gameday(emulator, 'pause', eventFile);
    expect({ code, output }).toEqual({ code: 2, output: expect.stringContaining('Nothing was written') as string });
    expect(await entry('paused')).toHaveLength(1);
  });

  test('gameday extend makes it longer, for the scorer too', async () => {
    expect(await gameday(emulator, 'extend', eventFile, '--by', '10m')).toMatchObject({ code: 0 });
    expect(await entry('extended')).toMatchObject([{ seconds: 600 }]);
    expect((await scored()).clock).toMatchObject({ phase: 'paused', endsSeconds: 2400 });
  });

  test('gameday resume lets it go on at the next whole minute', async () => {
    expect(await gameday(emulator, 'resume', eventFile)).toMatchObject({ code: 0 });
    const [resumed] = await entry('resumed');
    const at = Date.parse(resumed?.at ?? '');
    expect(at % MINUTE_MS).toBe(0);
    const log = await records.log();
    expect([dayOf(event, log, at - 1).phase, dayOf(event, log, at).phase]).toEqual(['paused', 'running']);
  });
});

describe('the API of a deployed event', () => {
  const site = 'board.example';
  const cookies: Record<'blue' | 'organizer' | 'nobody', string> = { blue: '', organizer: '', nobody: '' };

  /** Asks as a page does: through the site, to the function's URL. */
  async function ask(who: keyof typeof cookies, method: string, path: string, body?: object) {
    const text = await answerOf(emulator, outputs['ApiFunction'] ?? '', {
      version: '2.0',
      rawPath: `/api/${path}`,
      rawQueryString: '',
      ...(cookies[who] === '' ? {} : { cookies: [cookies[who]] }),
      headers: {
        'gameday-viewer-address': '192.0.2.7',
        'gameday-viewer-host': site,
        'sec-fetch-site': 'same-origin',
        origin: `https://${site}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: { domainName: 'function.example', http: { method } },
    });
    const answer = JSON.parse(text) as { statusCode: number; body: string; cookies?: string[] };
    return {
      status: answer.statusCode,
      content: JSON.parse(answer.body) as Record<string, unknown>,
      cookie: answer.cookies?.[0]?.split(';')[0] ?? '',
    };
  }

  test('lets a team in with the code that gameday access gave it, and organizers with the secret that the stack made', async () => {
    const { output } = await gameday(emulator, 'access', 'codes', '--event', eventFile);
    const [, code = ''] = /\(blue\)[^]*?Code +(\S+)/.exec(output) ?? [];
    const [, arn = ''] = /--secret-id (\S+)/.exec(outputs['OrganizerSecret'] ?? '') ?? [];
    const secrets = new SecretsManagerClient(organizerOptions(emulator));
    const { SecretString: secret } = await secrets.send(new GetSecretValueCommand({ SecretId: arn }));
    const [team, organizes] = [
      await ask('nobody', 'POST', 'session', { code }),
      await ask('nobody', 'POST', 'session', { secret }),
    ];
    expect([team.content, organizes.content]).toEqual([
      { team: 'blue', organizer: false },
      { team: null, organizer: true },
    ]);
    expect(team.cookie).toMatch(/^__Host-/);
    [cookies.blue, cookies.organizer] = [team.cookie, organizes.cookie];
    expect(await ask('nobody', 'POST', 'session', { code: `${code}x` })).toMatchObject({ status: 401 });
  });

  test('shows a team its own score and no other team’s, and organizers everything', async () => {
    expect(await ask('blue', 'GET', 'teams/blue')).toMatchObject({ status: 200 });
    expect(await ask('blue', 'GET', 'teams/red')).toMatchObject({ status: 403 });
    expect(await ask('nobody', 'GET', 'teams/blue')).toMatchObject({ status: 401 });
    const seen = await ask('organizer', 'GET', 'organizer');
    expect({ status: seen.status, text: JSON.stringify(seen.content) }).toEqual({
      status: 200,
      text: expect.stringMatching(/Blue Whales.*Red Foxes/) as string,
    });
  });

  test('what people write stands in the log', async () => {
    expect(await ask('blue', 'POST', 'teams/blue/questions', { text: 'Is it us?' })).toMatchObject({ status: 200 });
    const told = { type: 'announced', text: 'Lunch' };
    expect(await ask('organizer', 'POST', 'organizer/steering', told)).toMatchObject({ status: 200 });
    expect(await ask('blue', 'POST', 'organizer/steering', told)).toMatchObject({ status: 403 });
    const log = await records.log();
    expect(
      log.flatMap((entry) => (entry.type === 'asked' || entry.type === 'announced' ? [[entry.by, entry.text]] : [])),
    ).toEqual(
      expect.arrayContaining([
        ['team:blue', 'Is it us?'],
        ['organizer', 'Lunch'],
      ]),
    );
  });
});
