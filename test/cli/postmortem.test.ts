import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePostmortems } from '../../lib/cli/write-postmortems';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import { aRound, someLog, someRounds } from '../support/builders';
import { dayEvent, scriptedDay } from '../support/incident-day';
import { holding, refusal } from '../support/refusal';
import { spokenIo } from '../support/spoken';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gameday-postmortem-'));
  folder = path.join(root, 'day');
  const rehearsal = RehearsalFolder.create(folder, dayEvent);
  const good = aRound({ fast: 60 });
  const bad = aRound({ failed: 60 });
  someRounds({
    blue: [good, good, bad, bad, good, good, good, bad, good, good],
    red: Array(10).fill(good),
    green: [],
  }).forEach((each) => rehearsal.appendRound(each));
  someLog(...scriptedDay.log).forEach((each) => rehearsal.appendLog(each));
});
afterEach(() => rmSync(root, { recursive: true }));

const files = (out: string): string[] => readdirSync(out).sort();

test('each incident of the team gets a page, a Markdown and its graph', async () => {
  const io = spokenIo();
  await writePostmortems(folder, { team: 'blue' }, io);
  const out = path.join(folder, 'postmortems');
  expect(files(out)).toEqual(['blue-1.html', 'blue-1.md', 'blue-1.svg', 'blue-2.html', 'blue-2.md', 'blue-2.svg']);
  expect(readFileSync(path.join(out, 'blue-1.html'), 'utf8')).toContain('Post-mortem: incident 1 of Blue Whales');
  expect(readFileSync(path.join(out, 'blue-2.md'), 'utf8')).toContain('(blue-2.svg)');
  expect(io.results).toEqual([`${path.join(out, 'blue-1.html')}\n`, `${path.join(out, 'blue-2.html')}\n`]);
});

test('one of them can be asked for, and another place to write to', async () => {
  const out = path.join(root, 'some', 'where');
  await writePostmortems(folder, { team: 'blue', incident: 2, out }, spokenIo());
  expect(files(out)).toEqual(['blue-2.html', 'blue-2.md', 'blue-2.svg']);
});

test('what somebody has filled in stays, unless it is to be replaced', async () => {
  const out = path.join(folder, 'postmortems');
  await writePostmortems(folder, { team: 'blue' }, spokenIo());
  const text = path.join(out, 'blue-1.md');
  const draft = readFileSync(text, 'utf8');
  writeFileSync(text, 'We learned that.');
  rmSync(path.join(out, 'blue-2.md'));

  const again = spokenIo();
  await writePostmortems(folder, { team: 'blue' }, again);
  expect(readFileSync(text, 'utf8')).toBe('We learned that.');
  expect(again.notices).toContainEqual(holding(`Left as it is, somebody may have filled it in: ${text}`));
  expect(again.results).toEqual([`${path.join(out, 'blue-2.html')}\n`]);

  await writePostmortems(folder, { team: 'blue', replace: true }, spokenIo());
  expect(readFileSync(text, 'utf8')).toBe(draft);
});

test('a team without incidents has nothing to write, and is told so', async () => {
  const io = spokenIo();
  await writePostmortems(folder, { team: 'red' }, io);
  expect(io.notices).toEqual([holding('red had no incident')]);
  expect(readdirSync(folder)).not.toContain('postmortems');
});

test.each([
  ['an unknown team', { team: 'pink' }, 'There is no team "pink"'],
  ['an unknown incident', { team: 'blue', incident: 3 }, "There is no incident 3: this team's are 1 to 2"],
])('%s is refused', async (_, options, message) => {
  await expect(writePostmortems(folder, options, spokenIo())).rejects.toEqual(refusal('BadOption', message));
});

test('a file in the place of the folder is told', async () => {
  const out = path.join(root, 'file');
  writeFileSync(out, '');
  await expect(writePostmortems(folder, { team: 'blue', out }, spokenIo())).rejects.toEqual(
    refusal('FolderUnwritable'),
  );
});
