import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratchFolder } from '../e2e/rehearsal-process';
import { holding } from '../support/refusal';
import { region, startEmulator, type Emulator } from './emulator';
import { makeMess } from './mess';
import { insider, livePool, type Pool } from './pool';

const organizer = '999999999999';
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');
const receipts = join(scratch.path, 'reclaims');
const launcher = resolve(__dirname, '../../bin/gameday.js');

let emulator: Emulator;
let pool: Pool;
const eventText = (accounts = '') => `name: Taken Back
scenario: rental-market
starts: 2026-12-10T09:00:00Z
${accounts}teams:
  - { id: blue, name: Blue Whales, account: "${pool.accounts[0]}" }
  - { id: red, name: Red Foxes, account: "${pool.accounts[1]}" }
`;
beforeAll(async () => {
  emulator = await startEmulator(organizer, []);
  pool = await livePool(emulator, organizer, 2);
  writeFileSync(eventFile, eventText());
}, 120_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command, as the organizer. @param killAt ends it at once when it says this */
function reclaim(args: readonly string[], killAt?: string): Promise<Outcome> {
  return new Promise((settle) => {
    const quick = ['--cool-down', '0', '--patience', '10s', '--receipts', receipts];
    const child = spawn(process.execPath, [launcher, 'reclaim', '--event', eventFile, ...quick, ...args], {
      cwd: scratch.path,
      env: {
        PATH: process.env['PATH'],
        HOME: scratch.path,
        ...emulator.env,
        // By number: buckets are then paths.
        AWS_ENDPOINT_URL_S3: emulator.url.replace('localhost', '127.0.0.1'),
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text: Buffer) => (stdout += String(text)));
    child.stderr.on('data', (text: Buffer) => {
      stderr += String(text);
      if (killAt !== undefined && stderr.includes(killAt)) child.kill('SIGKILL');
    });
    child.on('close', (code) => settle({ code, stdout, stderr }));
  });
}

test('an account with something of every kind is emptied, proved clean and available', async () => {
  const [blue = ''] = pool.accounts;
  await makeMess(await insider(emulator, blue), 'blue');
  const plan = await reclaim(['--team', 'blue']);
  expect([plan.code, await pool.stateOf(blue)]).toEqual([0, 'live']);
  expect(plan.stdout).toMatch(/^ {2}3 ec2 instance, 0\.0684 USD an hour$/m);
  expect(plan.stderr).toContain(`--yes ${blue}`);
  const done = await reclaim(['--team', 'blue', '--yes', blue]);
  expect(done.stdout).toMatch(new RegExp(`^${blue} +blue +available, proved clean`, 'm'));
  expect([done.code, await pool.stateOf(blue)]).toEqual([0, 'available']);
}, 300_000);

/** What the command says when it begins each step: by then the one before is written down. */
const steps = [
  'freeze',
  'stop experiments and load',
  'begin',
  'scale to zero',
  'delete stacks',
  'sweep',
  'prove',
  'cools down',
];

test('a process that is killed at every step in turn leaves an account that the next one takes back, and a run after that changes nothing', async () => {
  const red = pool.accounts[1] ?? '';
  await makeMess(await insider(emulator, red), 'red');
  // Each of many processes takes an inventory: of the region that something stands in, and not of a second one.
  writeFileSync(eventFile, eventText(`accounts: { regions: [${region}] }\n`));
  const killed: (number | null)[] = [];
  for (const step of steps) killed.push((await reclaim(['--team', 'red', '--yes', red], `): ${step}`)).code);
  // A process that a signal ended has no code.
  expect(killed).toEqual(steps.map(() => null));
  const last = await reclaim(['--team', 'red', '--yes', red]);
  expect([last.code, await pool.stateOf(red)]).toEqual([0, 'available']);
  const records = await pool.records.list('gameday');
  expect(records).toHaveLength(2);
  const record = records.find(({ account }) => account === red);
  expect(record?.history.map(({ state }) => state)).toEqual(['live', 'frozen', 'reclaiming', 'available']);
  expect(readdirSync(receipts).filter((name) => name.startsWith(red) && name.endsWith('.json'))).toHaveLength(1);

  const again = await reclaim([]);
  expect([again.code, again.stderr]).toEqual([0, holding('There is no account to take back')]);
  expect(await pool.records.list('gameday')).toEqual(records);
}, 500_000);

test('accounts that are not of the pool, or not those of the plan, are refused before anything is done', async () => {
  const [blue = ''] = pool.accounts;
  const outside = await reclaim(['--account', organizer, '--yes', organizer]);
  expect([outside.code, outside.stderr]).toEqual([2, holding('the pool has no such account')]);
  const other = await reclaim(['--account', blue, '--yes', organizer]);
  expect([other.code, other.stderr]).toEqual([2, holding(`${blue} is planned and not named`)]);
  expect(await pool.stateOf(blue)).toBe('available');
}, 60_000);
