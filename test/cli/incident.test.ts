import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tellIncident, type IncidentWord } from '../../lib/cli/tell-incident';
import { readOrder } from '../../lib/core/records/order';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import { lockFolder, unlockFolder } from '../../lib/rehearsal/records/writer-lock';
import { dayEvent } from '../support/incident-day';
import { refusal } from '../support/refusal';
import { spokenIo } from '../support/spoken';
import { gameday } from './gameday';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'gameday-incident-')), 'day');
  RehearsalFolder.create(folder, dayEvent);
});
afterEach(() => {
  unlockFolder(folder);
  rmSync(path.dirname(folder), { recursive: true });
});

const orders = (): string => path.join(folder, 'orders.jsonl');
const tell = (word: IncidentWord, team = 'blue') => tellIncident({ where: folder, team, word, home: {} }, spokenIo());
const ordered = () => readFileSync(orders(), 'utf8').trimEnd().split('\n');

test('what a team says goes to the rehearsal that plays, in a form that it takes', async () => {
  lockFolder(folder);
  await tell({ type: 'incident-declared', text: 'Nobody can book\n"at all"' });
  await tell({ type: 'incident-updated', text: 'We know', audience: 'external' });
  await tell({ type: 'incident-resolved' });
  expect(ordered().map((line) => readOrder(dayEvent, line))).toMatchObject([
    { ok: true, fact: { type: 'incident-declared', team: 'blue', by: 'team:blue', text: 'Nobody can book\n"at all"' } },
    { ok: true, fact: { type: 'incident-updated', team: 'blue', audience: 'external', text: 'We know' } },
    { ok: true, fact: { type: 'incident-resolved', team: 'blue' } },
  ]);
});

test('the same words said twice are two entries', async () => {
  lockFolder(folder);
  await tell({ type: 'incident-resolved' });
  await tell({ type: 'incident-resolved' });
  expect(new Set(ordered()).size).toBe(2);
});

test('where no rehearsal plays nothing is written', async () => {
  await expect(tell({ type: 'incident-resolved' })).rejects.toEqual(refusal('BadOption', 'No rehearsal plays'));
  expect(existsSync(orders())).toBe(false);
});

test('an unknown team is refused', async () => {
  lockFolder(folder);
  await expect(tell({ type: 'incident-resolved' }, 'pink')).rejects.toEqual(refusal('BadOption', '"pink"'));
});

test.each([
  ['empty words', ['declare', 'day', '--team', 'blue', '--text', ' ']],
  ['too many words', ['declare', 'day', '--team', 'blue', '--text', 'x'.repeat(2001)]],
  ['no words', ['update', 'day', '--team', 'blue']],
  ['an unknown audience', ['update', 'day', '--team', 'blue', '--text', 'x', '--audience', 'press']],
])('%s are refused on the command line', (_, args) => {
  const { code, stderr } = gameday(path.dirname(folder), 'incident', ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(/1 to 2000 characters|--text|choices/i);
});
