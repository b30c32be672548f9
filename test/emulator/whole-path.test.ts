import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventRecords } from '../../lib/aws/event-records';
import { TeamAccounts } from '../../lib/aws/team-account';
import { archivedWindows } from '../../lib/aws/window-archive';
import type { GameDayEvent } from '../../lib/core/event/event';
import { eventId } from '../../lib/core/event/event-id';
import { play } from '../../lib/core/game';
import { stepClasses, type Measurement } from '../../lib/core/records/records';
import { settleMs } from '../../lib/core/scorer/due-rounds';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { scratchFolder } from '../e2e/rehearsal-process';
import { openArenas } from './arenas';
import { bootstrap, cdkDeploy } from './cdk';
import { organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';
import { invoke } from './lambda';
import { listingOf } from './listing';
import { startLoadTasks } from './load-tasks';
import { roleOptions } from './roles';

const organizer = '999999999999';
const accounts = { blue: '111111111111', red: '222222222222' };
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');
const eventText = `name: Whole Path
scenario: rental-market
starts: 2026-12-10T09:00:00Z
duration: 60s
round: 20s
freeze: 0s
traffic: [{ at: 0s, rps: 10 }]
spikes: []
experiments: []
teams:
  - { id: blue, name: Blue Whales, account: "${accounts.blue}" }
  - { id: red, name: Red Foxes, account: "${accounts.red}" }
`;
/** For the load program to see its log and addresses, and for k6 to compile. */
const LEAD_MS = 25_000;
const MINUTE_MS = 60_000;

let emulator: Emulator;
let event: GameDayEvent;
const outputs = new Map<string, string>();
const output = (key: string): string => outputs.get(key) ?? '';

beforeAll(async () => {
  emulator = await startEmulator(organizer, Object.values(accounts));
  await writeFile(eventFile, eventText);
  event = await readEventFile(eventFile);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

const accountEnv = (account: string) =>
  emulator.envOfRole(`arn:aws:iam::${account}:role/OrganizationAccountAccessRole`);
const cdkEnv = async (account: string) => ({ ...(await accountEnv(account)), AWS_ENDPOINT_URL_S3: emulator.url });

test('cdk deploys the organizer and two teams into three accounts', async () => {
  const [blue, red] = await Promise.all([cdkEnv(accounts.blue), cdkEnv(accounts.red)]);
  const bootstrapped = await Promise.all([
    bootstrap(emulator, organizer),
    bootstrap(emulator, accounts.blue, blue),
    bootstrap(emulator, accounts.red, red),
  ]);
  expect(bootstrapped.filter(({ code }) => code !== 0)).toEqual([]);
  const context = ['-c', `event=${eventFile}`, '-c', `organizer=${organizer}`, '-c', 'weaknesses=none'];
  const team = (id: string, env: NodeJS.ProcessEnv) =>
    cdkDeploy(emulator, [...context, '-c', `team=${id}`], join(scratch.path, id), env);
  const deployed = await Promise.all([
    cdkDeploy(emulator, ['Organizer', ...context], join(scratch.path, 'organizer')),
    team('blue', blue),
    team('red', red),
  ]);
  expect(deployed.filter(({ code }) => code !== 0)).toEqual([]);
  const options = organizerOptions(emulator);
  const stack = `gameday-${eventId(event)}-organizer`;
  const { types, missing } = await listingOf(options, stack);
  expect(missing).toEqual([]);
  expect(types.filter((type) => emulator.stubs.includes(type))).toEqual(emulator.stubs);
  const client = new CloudFormationClient(options);
  const { Stacks: stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  for (const { OutputKey: key, OutputValue: value } of stacks?.[0]?.Outputs ?? []) outputs.set(key ?? '', value ?? '');
}, 240_000);

test('a day that the deployed programs ran has the points of a fold on this machine', async () => {
  const id = eventId(event);
  const records = new EventRecords(output('Table'), id, failing, organizerOptions(emulator));
  const loadRole = `arn:aws:iam::${organizer}:role/gameday/${id}-load`;
  const observer = new TeamAccounts(await roleOptions(emulator, loadRole));
  const keys = new Map<string, string>();
  for (const { id: team, account } of event.teams) keys.set(team, (await observer.address(account)).signingKey);
  const arenas = await openArenas(event, keys);
  const tasks = await startLoadTasks(emulator, loadRole, scratch.path);
  try {
    const startsAt = Math.ceil((Date.now() + LEAD_MS) / MINUTE_MS) * MINUTE_MS;
    const entry = (name: string, at: number) => ({ id: name, at: new Date(at).toISOString(), by: 'organizer' });
    for (const [team, url] of arenas.urls) {
      await records.append({ ...entry(`endpoint-${team}`, Date.now()), type: 'endpoint', team, url });
    }
    await records.append({ ...entry('start', startsAt), type: 'started' });

    const endsAt = startsAt + event.durationSeconds * 1000;
    await until(endsAt + 12_000);
    expect(await Promise.all(tasks.map((task) => task.stop()))).toEqual(tasks.map(() => 0));
    // Nothing more is published: only the scorer's clock has to come so far.
    const settledAt = endsAt + settleMs + 1000;
    await invoke(emulator, output('ScorerFunction'), settledAt - Date.now());

    const archive = { client: new S3Client(organizerOptions(emulator)), bucket: output('Archive'), event: id };
    const windows = await archivedWindows(archive).between({ from: startsAt, to: endsAt });
    const recorded = await records.all();
    const local = recorded.map((round) => ({
      ...round,
      teams: Object.fromEntries(
        Object.entries(round.teams).map(([team, measurement]) => [team, { ...measurement, ...counted(round, team) }]),
      ),
    }));
    function counted({ startsAt: from }: { readonly startsAt: string }, team: string): Partial<Measurement> {
      const begins = Date.parse(from);
      const mine = windows.filter(
        (each) => each.team === team && each.startsAt >= begins && each.startsAt < begins + event.roundSeconds * 1000,
      );
      const total = (key: (typeof stepClasses)[number] | 'expected') => mine.reduce((sum, each) => sum + each[key], 0);
      return Object.fromEntries([...stepClasses, 'expected' as const].map((key) => [key, total(key)]));
    }
    const game = play(event, local, await records.log(), settledAt);
    const { Body: body } = await archive.client.send(
      new GetObjectCommand({ Bucket: output('Site'), Key: 'scoreboard.json' }),
    );
    const board = JSON.parse((await body?.transformToString()) ?? '') as {
      readonly rounds: number;
      readonly teams: readonly { readonly id: string; readonly points: number; readonly spendUsdPerHour: number }[];
    };
    expect(board.rounds).toBe(3);
    expect(windows).toHaveLength(12);
    for (const { team, points } of game.teams) {
      expect(board.teams.find((each) => each.id === team)?.points).toBeCloseTo(points, 1);
      // A round of an honest architecture is worth something, whatever the machine was busy with.
      expect(points).toBeGreaterThan(0);
    }
    expect(board.teams.every((team) => team.spendUsdPerHour > 0)).toBe(true);
  } catch (error) {
    process.stderr.write(tasks.map((task) => task.said()).join('\n'));
    throw error;
  } finally {
    await Promise.all(tasks.map((task) => task.stop()));
    await arenas.close();
  }
}, 420_000);

function failing(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}

/** Real time: k6 and CloudWatch know no other. */
const until = (instant: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - Date.now())));
