import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeployResult } from '../../lib/deploy/deploy-all';
import { readDeployed, withResults, writeDeployed, type Deployed } from '../../lib/deploy/outputs-file';
import { deployTargets } from '../../lib/deploy/target';
import { anEvent } from '../support/builders';
import { refusal } from '../support/refusal';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  file = join(folder, 'outputs.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const home = { account: '999999999999', region: 'eu-west-1' };
const [organizer, blue, red] = deployTargets(anEvent(), { teams: [], organizer: false }, home);
const deployed = (target: typeof organizer, address: string): DeployResult => ({
  target: target!,
  outcome: 'deployed',
  outputs: { Address: address },
});
const before: Deployed = {
  organizer: { ...home, outputs: { Address: 'http://board' } },
  teams: { blue: { account: '111111111111', region: 'eu-west-1', outputs: { Address: 'http://old' } } },
};

test('before the first deployment there is nothing, and no file is made', () => {
  expect(readDeployed(file)).toEqual({ teams: {} });
  expect(existsSync(file)).toBe(false);
});

test('what is written is read again', () => {
  writeDeployed(file, before);
  expect(readDeployed(file)).toEqual(before);
});

test.each([
  ['torn', '{ "teams": { "blue": { "account": "1111'],
  ['empty', ''],
  ['of an event', JSON.stringify({ name: 'Spring', teams: [] })],
  ['of something that has teams, too', JSON.stringify({ teams: {}, players: 40 })],
  [
    'of outputs that are no text',
    JSON.stringify({ teams: { blue: { account: '1', region: 'x', outputs: { A: 1 } } } }),
  ],
])('a file that is %s is refused, and not written over', (_what, content) => {
  writeFileSync(file, content);
  expect(() => readDeployed(file)).toThrow(refusal('BadFile', 'something else than outputs'));
});

test('what is deployed now takes the place of what was; what failed or was not begun keeps what was', () => {
  const after = withResults(before, [
    { target: organizer!, outcome: 'not-started' },
    deployed(blue, 'http://new'),
    { target: red!, outcome: 'failed', explanation: { message: 'no', next: 'again', passing: false } },
  ]);
  expect(after).toEqual({
    organizer: before.organizer,
    teams: { blue: { account: '111111111111', region: 'eu-west-1', outputs: { Address: 'http://new' } } },
  });
  expect(before.teams['blue']?.outputs).toEqual({ Address: 'http://old' });
});

test('deploying all at once, or one after another, leaves the same', () => {
  const results = [deployed(organizer, 'http://board'), deployed(blue, 'http://b'), deployed(red, 'http://r')];
  const nothing: Deployed = { teams: {} };
  expect(results.reduce((known, result) => withResults(known, [result]), nothing)).toEqual(
    withResults(nothing, results),
  );
});
