import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { faultExecutors } from '../../lib/aws/experiments/fault-accounts';
import type { Executor } from '../../lib/core/experiments/executor';
import type { Fault } from '../../lib/core/experiments/fault';
import { synthesise } from '../../lib/scenarios/synth';
import { startEmulator, type Emulator } from './emulator';
import { accountState } from './experiments-state';
import { conductorRole, furnish, organizer, teams } from './experiments-parts';
import { roleOptions } from './roles';

const [{ account }] = teams as [(typeof teams)[number]];
/** More calls than any fault makes. */
const MOST_CALLS = 60;

let emulator: Emulator;
let executor: Executor;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  emulator = await startEmulator(
    organizer,
    teams.map((team) => team.account),
  );
  const { good } = await synthesise('rental-market');
  await furnish(emulator, account, good);
  const client = await roleOptions(emulator, conductorRole);
  executor = (await faultExecutors({ teams }, { client, endpoint: emulator.url }))('blue');
  env = { ...(await emulator.envOfRole(conductorRole)), PATH: process.env['PATH'] };
}, 180_000);
afterAll(() => emulator.stop());

/** @returns false when the child came to its end before that many answers */
async function killedAfter(answers: number, run: string, fault: Fault): Promise<boolean> {
  const program = join(__dirname, 'fault-child.ts');
  const given = ['--import', 'tsx', program, run, String(answers), emulator.url, JSON.stringify(fault)];
  const child = spawn(process.execPath, given, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(said);
  return signal === 'SIGKILL';
}

test.each<Fault>([
  { kind: 'instance-stop', tier: 'catalogue' },
  { kind: 'access-lost', tier: 'bookings' },
  { kind: 'bad-deployment', tier: 'bookings' },
])(
  'whoever begins $kind may be killed after any call: the next sweep finds what is left and takes it back',
  async (fault) => {
    const before = await accountState(emulator, account);
    const found: number[] = [];
    let killed = true;
    for (let answers = 1; killed && answers < MOST_CALLS; answers += 1) {
      const run = `${fault.kind}-${answers}`;
      killed = await killedAfter(answers, run, fault);
      if ((await executor.sweep(new Set())).includes(run)) found.push(answers);
      expect({ answers, ...(await accountState(emulator, account)) }).toEqual({ answers, ...before });
      expect(await executor.sweep(new Set())).toEqual([]);
    }
    expect(killed).toBe(false);
    // The last one was not killed, and the ones shortly before had begun.
    expect(found.length).toBeGreaterThan(2);
  },
  300_000,
);
