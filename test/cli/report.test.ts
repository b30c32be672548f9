import { parse } from 'csv-parse/sync';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeReport } from '../../lib/cli/write-report';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import type { Report } from '../../lib/report/report';
import { exampleFolder } from '../report/two-editions';
import { anEntry, aRound, someLog, someRounds } from '../support/builders';
import { dayEvent, scriptedDay, updated } from '../support/incident-day';
import { holding, refusal } from '../support/refusal';
import { spokenIo } from '../support/spoken';

let root: string;
let folders: readonly string[];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gameday-report-'));
  cpSync(exampleFolder, root, { recursive: true });
  folders = [path.join(root, 'second'), path.join(root, 'first')];
});
afterEach(() => rmSync(root, { recursive: true }));

test('the page stands in the folder of the newest edition, whatever the order; drafts that are missing come with it', async () => {
  const io = spokenIo();
  const filled = path.join(root, 'second/postmortems/cones-2.md');
  const before = readFileSync(filled, 'utf8');
  await writeReport({ folders, json: false }, io);
  expect(io.results).toEqual([`${path.join(root, 'second/report.html')}\n`]);
  const page = readFileSync(path.join(root, 'second/report.html'), 'utf8');
  expect(page).toContain('This time against earlier times');
  expect(page).toContain('href="postmortems/cones-1.html"');
  expect(readFileSync(filled, 'utf8')).toBe(before);
  expect(readdirSync(path.join(root, 'second/postmortems'))).toEqual(
    expect.arrayContaining(['cones-1.html', 'cones-1.md']),
  );
  expect(io.notices).toEqual([holding('Drafts of 6 post-mortems')]);

  // Drafts that nobody has written in are not begun, also when the report has put them there.
  const json = spokenIo();
  await writeReport({ folders, json: true }, json);
  const { editions } = JSON.parse(json.results.join('')) as Report;
  expect(editions.map(({ figures }) => figures.postMortems.written)).toEqual([1, 3]);
});

test('a page elsewhere links to the post-mortems that are there, and leaves the folder of the records as it was', async () => {
  const html = path.join(root, 'out.html');
  await writeReport({ folders: [folders[0]!], json: false, html }, spokenIo());
  const links = [...readFileSync(html, 'utf8').matchAll(/href="([^#"]*)"/g)].map(([, link]) => link);
  expect(links.sort()).toEqual(['cones-2', 'scoops-1', 'sundaes-1'].map((name) => `second/postmortems/${name}.md`));
  expect(readdirSync(path.join(root, 'second/postmortems'))).toHaveLength(3);
});

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(path.join(root, 'tables', name)), { columns: true });

test('the tables hold every round, entry and line, and their dictionary every column', async () => {
  await writeReport({ folders, json: false, csv: path.join(root, 'tables') }, spokenIo());
  const json = spokenIo();
  await writeReport({ folders, json: true }, json);
  const report = JSON.parse(json.results.join('')) as Report;
  const rounds = rowsOf('rounds.csv');
  expect(rounds).toHaveLength(2 * 3 * 100);
  const failed = rounds
    .filter(({ edition }) => edition === 'Edition 2')
    .reduce((sum, row) => sum + Number(row['failed']), 0);
  expect(failed).toBe(report.editions[1]!.figures.requests.failed);
  for (const { team, points } of report.teams) {
    const own = rowsOf('ledger.csv').filter((row) => row['edition'] === 'Edition 2' && row['team'] === team);
    expect(own.reduce((sum, row) => sum + Number(row['points']), 0)).toBeCloseTo(points, 6);
  }
  const words = rowsOf('dictionary.csv');
  for (const name of ['rounds.csv', 'log.csv', 'ledger.csv']) {
    const [row] = rowsOf(name);
    const explained = words.filter(({ file, meaning }) => file === name && meaning !== '').map(({ column }) => column);
    expect(explained).toEqual(Object.keys(row!));
  }
});

test('what a team wrote is no formula in a spreadsheet, and no markup on the page', async () => {
  const folder = path.join(root, 'hostile');
  const rehearsal = RehearsalFolder.create(folder, {
    ...dayEvent,
    teams: dayEvent.teams.map((team) => ({ ...team, name: `=HYPERLINK("x") <script>${team.id}` })),
  });
  const round = { g: aRound({ fast: 60 }), b: aRound({ failed: 60 }) };
  const days = Object.entries(scriptedDay.teams).map(([team, day]) => [
    team,
    [...day].map((letter) => round[letter as 'g']),
  ]);
  someRounds(Object.fromEntries(days) as Parameters<typeof someRounds>[0]).forEach((each) =>
    rehearsal.appendRound(each),
  );
  const said = updated('blue', 210, '+cmd|calc,"quoted"\nsecond line', 'internal');
  someLog(...scriptedDay.log, said, anEntry('closed', 600, {})).forEach((each) => rehearsal.appendLog(each));
  await writeReport(
    { folders: [folder], json: false, csv: path.join(root, 'tables'), html: path.join(root, 'x.html') },
    spokenIo(),
  );
  const texts = rowsOf('log.csv').map((row) => row['text']);
  expect(texts).toContain('\'+cmd|calc,"quoted"\nsecond line');
  expect(rowsOf('ledger.csv').every((row) => row['team_name']!.startsWith("'=HYPERLINK"))).toBe(true);
  expect(rowsOf('ledger.csv').some((row) => Number(row['points']) < 0)).toBe(true);
  expect(readFileSync(path.join(root, 'x.html'), 'utf8')).not.toContain('<script');
});

test('an event that is not over gives a report so far, and says so', async () => {
  const folder = path.join(root, 'early');
  const rehearsal = RehearsalFolder.create(folder, dayEvent);
  someRounds({ blue: [aRound({ fast: 60 })], red: [aRound({ fast: 60 })], green: [undefined] }).forEach((each) =>
    rehearsal.appendRound(each),
  );
  someLog().forEach((each) => rehearsal.appendLog(each));
  const io = spokenIo();
  await writeReport({ folders: [folder], json: false }, io);
  expect(io.notices).toEqual(['The event is not over: it is a report so far.']);
  const page = readFileSync(path.join(folder, 'report.html'), 'utf8');
  expect(page).toContain('report so far');
  expect(page).not.toContain('NaN');
});

test.each([
  ['a folder that is none', ['nowhere'], 'FileMissing', 'nowhere does not exist'],
  ['the same folder twice', ['first', './first'], 'BadOption', 'is given twice'],
] as const)('%s is refused', async (_, names, code, message) => {
  const given = names.map((name) => `${root}/${name}`);
  await expect(writeReport({ folders: given, json: true }, spokenIo())).rejects.toEqual(refusal(code, message));
});
