import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventRecords } from '../../lib/aws/event-records';
import { TeamAccounts } from '../../lib/aws/team-account';
import type { GameDayEvent } from '../../lib/core/event/event';
import { eventId } from '../../lib/core/event/event-id';
import type { Examined } from '../../lib/doctor/examine';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { scratchFolder } from '../e2e/rehearsal-process';
import { aliveProgram } from './alive-program';
import { openArenas } from './arenas';
import { gameday } from './cdk';
import { organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';
import { roleOptions } from './roles';

const organizer = '999999999999';
const accounts = { blue: '111111111111', red: '222222222222' };
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');

let emulator: Emulator;
let event: GameDayEvent;
beforeAll(async () => {
  // Nobody lets the organizer into the other account.
  emulator = await startEmulator(organizer, [accounts.blue]);
  writeFileSync(
    eventFile,
    `name: Examined
scenario: rental-market
starts: 2026-12-10T09:00:00Z
teams:
  - { id: blue, name: Blue Whales, account: "${accounts.blue}" }
  - { id: red, name: Red Foxes, account: "${accounts.red}" }
`,
  );
  event = await readEventFile(eventFile);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

const addresses = join(scratch.path, 'outputs.json');

test('gameday deploy prepares and deploys the accounts that it may, tells which it may not, and ends with 1', async () => {
  const { code, output } = await gameday(emulator, 'deploy', '--event', eventFile, '--yes', '--outputs', addresses);
  expect(code).toBe(1);
  expect(output).toMatch(/^organizer +deployed/m);
  expect(output).toMatch(/^blue +deployed +http:\/\/\S+\.elb\.amazonaws\.com/m);
  expect(output).toMatch(/^red +failed/m);
  expect(readFileSync(addresses, 'utf8')).toContain('elb.amazonaws.com');
}, 300_000);

test('gameday doctor names the team that is not ready, with what to do, and finds the other one ready', async () => {
  const outputs = await aliveProgram(emulator, event);
  const id = eventId(event);
  const records = new EventRecords(outputs['Table'] ?? '', id, failing, organizerOptions(emulator));
  const observer = new TeamAccounts(await roleOptions(emulator, `arn:aws:iam::${organizer}:role/gameday/${id}-scorer`));
  const { signingKey } = await observer.address(accounts.blue);
  const arenas = await openArenas(event, new Map([['blue', signingKey]]));
  try {
    const url = arenas.urls.get('blue') ?? '';
    const at = new Date().toISOString();
    await records.append({ id: 'endpoint', at, by: 'organizer', type: 'endpoint', team: 'blue', url });

    // By number: buckets are then paths, and not names below localhost, which not every machine resolves.
    const env = { ...emulator.env, AWS_ENDPOINT_URL_S3: emulator.url.replace('localhost', '127.0.0.1') };
    const { code, output } = await gameday({ ...emulator, env }, 'doctor', eventFile, '--json');
    expect(code).toBe(1);
    expect(output).toContain(`npx gameday doctor ${eventFile}`);
    const { ready, unreadyTeams, checks } = JSON.parse(/^\{$[^]*?^\}$/m.exec(output)?.[0] ?? '') as Report;
    expect({ ready, unreadyTeams }).toEqual({ ready: false, unreadyTeams: ['red'] });
    const told = checks.map(({ team, name, finding: { verdict, says } }) => {
      const about = `${team ?? 'event'} ${name}`;
      return verdict === 'red' ? `${about}: ${says}` : `${about} ${verdict}`;
    });
    const ofBlue = ['account not-applicable', 'roles not-applicable', 'bootstrap green', 'stack green'];
    const unplanned = ['experiments not-applicable', 'customers not-applicable'];
    expect(told).toEqual([
      'event event file green',
      'event credentials green',
      'event guardrails not-applicable',
      ...['bootstrap', 'stack', 'table', 'load tasks', 'scorer'].map((name) => `event ${name} green`),
      // There is no CloudFront here.
      expect.stringMatching(/^event pages: /),
      'event alarms green',
      ...[...ofBlue, 'observer green', 'journey green', ...unplanned].map((each) => `blue ${each}`),
      ...['account not-applicable', 'roles not-applicable'].map((each) => `red ${each}`),
      ...['bootstrap', 'stack', 'observer', 'journey'].map(
        (name) => expect.stringMatching(new RegExp(`^red ${name}: .*(AssumeRole|AccessDenied)`)) as string,
      ),
      ...unplanned.map((each) => `red ${each}`),
    ]);
  } finally {
    await arenas.close();
  }
}, 400_000);

interface Report {
  readonly ready: boolean;
  readonly unreadyTeams: readonly string[];
  readonly checks: readonly Examined[];
}

function failing(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}
