import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Examined } from '../../lib/doctor/examine';
import { scratchFolder } from '../e2e/rehearsal-process';
import { gameday } from './cdk';
import { startEmulator, type Emulator } from './emulator';
import { livePool, type Pool } from './pool';

const organizer = '999999999999';
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');

let emulator: Emulator;
let pool: Pool;
beforeAll(async () => {
  emulator = await startEmulator(organizer, []);
  pool = await livePool(emulator, organizer, 2);
  const [blue = '', red = ''] = pool.accounts;
  writeFileSync(
    eventFile,
    `name: Pooled
scenario: rental-market
starts: 2026-12-10T09:00:00Z
teams:
  - { id: blue, name: Blue Whales, account: "${blue}" }
  - { id: red, name: Red Foxes, account: "${red}" }
`,
  );
}, 120_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

test('gameday doctor asks AWS where the pool’s accounts stand and who may enter them', async () => {
  const [, red = ''] = pool.accounts;
  // By hand, behind the back of its record.
  const unit = await pool.organization.parentOf(red);
  await pool.organization.move(red, unit ?? '', (await pool.organization.describe()).root);
  const { code, output } = await gameday(emulator, 'doctor', eventFile, '--json');
  expect(code).toBe(1);
  const { checks } = JSON.parse(/^\{$[^]*?^\}$/m.exec(output)?.[0] ?? '') as { readonly checks: readonly Examined[] };
  const of = (team: string | undefined, name: string) =>
    checks.find((each) => each.team === team && each.name === name)?.finding;
  expect(of('blue', 'account')).toMatchObject({ verdict: 'green', says: 'live' });
  expect(of('blue', 'roles')).toMatchObject({ verdict: 'green' });
  expect(of('red', 'account')).toMatchObject({
    verdict: 'red',
    says: `account ${red} lies outside the units of the pool`,
  });
  expect(of(undefined, 'guardrails')).toMatchObject({
    verdict: 'red',
    says: expect.stringContaining('makes the policy gameday-gameday-plane') as string,
  });
  expect(of('blue', 'observer')).toMatchObject({
    verdict: 'red',
    says: expect.stringContaining('has no role') as string,
  });
}, 240_000);
