import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import { anInformedEvent } from '../support/an-informed';
import { openCommandLine, type CommandLine } from './gameday';

jest.setTimeout(60_000);

let scratch: string;
let command: CommandLine;
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'gameday-life-'));
  command = openCommandLine(scratch);
});
afterAll(() => {
  command.close();
  rmSync(scratch, { recursive: true });
});
const experiment = (...args: string[]) => command.run('experiment', ...args);

/** A fresh copy of the example, about which nobody has said anything. */
function anExample(name: string): string {
  copyFileSync(path.join(__dirname, '../../docs/informed.yaml'), path.join(scratch, `${name}.yaml`));
  return `${name}.yaml`;
}

test('what people say is kept beside the event file, and the status tells it', async () => {
  const file = anExample('said');
  await experiment('draft', 'till-freezes', file, '--as', 'First villain');
  await experiment('review', 'till-freezes', file, '--as', 'Scribe');
  await experiment('approve', file, '--environment', 'test', '--as', 'Owner of the test shop');
  const lines = readFileSync(path.join(scratch, 'said.prepared.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { by: string }).by)).toEqual([
    'person:First villain',
    'person:Scribe',
    'person:Owner of the test shop',
  ]);
  const { stdout } = await experiment('status', file, '--json');
  expect(JSON.parse(stdout)).toMatchObject([
    { experiment: 'till-freezes', state: 'reviewed', authors: ['First villain'], mayRunIn: ['test'] },
    { experiment: 'street-closed', state: 'unknown', mayRunIn: [] },
  ]);
});

test('what the owner withdraws counts no more', async () => {
  const file = anExample('withdrawn');
  await experiment('draft', 'till-freezes', file, '--as', 'First villain');
  await experiment('review', 'till-freezes', file, '--as', 'Scribe');
  await experiment('approve', file, '--environment', 'test', '--as', 'Owner of the test shop');
  await experiment('withdraw', file, '--environment', 'test', '--as', 'Owner of the test shop');
  expect(JSON.parse((await experiment('status', file, '--json')).stdout)).toMatchObject([{ mayRunIn: [] }, {}]);
});

test('what would count for nothing is not written, and the way on is told', async () => {
  const file = anExample('refused');
  await experiment('draft', 'till-freezes', file, '--as', 'First villain');
  for (const [args, told] of [
    [['review', 'till-freezes', file, '--as', 'First villain'], 'somebody else reviews it'],
    [['draft', 'till-freezes', file, '--as', 'Somebody'], 'does not name "Somebody"'],
    [['draft', 'till-thaws', file, '--as', 'Scribe'], 'no experiment "till-thaws"'],
    [['approve', file, 'till-freezes', '--environment', 'production', '--as', 'Owner of the shop'], 'rehearsed before'],
    [['approve', file, '--environment', 'production', '--as', 'Scribe'], "is Owner of the shop's to decide on"],
  ] as const) {
    const { code, stderr } = await experiment(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  }
  const lines = readFileSync(path.join(scratch, 'refused.prepared.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(1);
});

test('a rehearsal in which the experiment did not run to its end is none of it', async () => {
  const file = anExample('rehearsed');
  RehearsalFolder.create(path.join(scratch, 'dry'), anInformedEvent());
  await experiment('draft', 'till-freezes', file, '--as', 'First villain');
  await experiment('review', 'till-freezes', file, '--as', 'Scribe');
  const { code, stderr } = await experiment('rehearsed', 'till-freezes', file, '--in', 'dry', '--as', 'Scribe');
  expect([code, stderr]).toEqual([2, expect.stringContaining('did not run to its end in dry')]);
});

test('the plan of an informed event is its kick-offs: when each is told, and when it begins after the vote', async () => {
  const { stdout } = await experiment('plan', anExample('planned'));
  expect(stdout).toMatch(/1 +till-freezes +00:40:00 +00:45:00 +10m\n +2 +street-closed +01:20:00 +01:25:00 +10m\n$/);
});

test('an event of the sandbox style needs no approval, and says so', async () => {
  await command.run('event', 'new');
  const { code, stderr } = await experiment('status', 'event.yaml');
  expect([code, stderr]).toEqual([2, expect.stringContaining('is of the sandbox style')]);
});

test('a line that is torn, or of the day itself, is left out of what was said before it', async () => {
  const file = anExample('torn');
  const entry = { id: 'x', at: '2026-12-01T09:00:00Z', by: 'organizer', type: 'decided', kickOff: 1 };
  const decided = JSON.stringify({ ...entry, environment: 'production', reason: 'by hand' });
  writeFileSync(path.join(scratch, 'torn.prepared.jsonl'), `${decided}\n{"id":"y","at"`);
  const { code, stderr } = await experiment('status', file);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/"decided" x, which happens on the day/)]);
  expect(stderr).toMatch(/line 2 is torn/);
});
