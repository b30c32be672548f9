import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../e2e/rehearsal-process';
import { gameday } from './cdk';
import { startEmulator, type Emulator } from './emulator';

const organizer = '999999999999';
const accounts = { blue: '111111111111', red: '222222222222' };
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');
const eventText = `name: Deployed
scenario: rental-market
starts: 2026-12-10T09:00:00Z
teams:
  - { id: blue, name: Blue Whales, account: "${accounts.blue}" }
  - { id: red, name: Red Foxes, account: "${accounts.red}" }
`;

let emulator: Emulator;
beforeAll(async () => {
  // Nobody lets the organizer into the other account.
  emulator = await startEmulator(organizer, [accounts.blue]);
  writeFileSync(eventFile, eventText);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

test('gameday deploy prepares and deploys the accounts that it may, tells which it may not, and ends with 1', async () => {
  const outputs = join(scratch.path, 'outputs.json');
  const teams = ['--team', 'blue', '--team', 'red'];
  const { code, output } = await gameday(
    emulator,
    ...['deploy', '--event', eventFile, ...teams, '--yes', '--outputs', outputs],
  );
  expect(code).toBe(1);
  expect(output).toMatch(/^blue +deployed +http:\/\/\S+\.elb\.amazonaws\.com/m);
  expect(output).toMatch(/^red +failed/m);
  expect(readFileSync(outputs, 'utf8')).toContain('elb.amazonaws.com');
}, 200_000);
