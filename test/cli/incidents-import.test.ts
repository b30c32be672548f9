import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importIncidents } from '../../lib/cli/incidents-import';
import { showCoverage } from '../../lib/cli/experiment-coverage';
import { writeNewExperiment } from '../../lib/cli/experiment-new';
import { exampleFolder } from '../report/two-editions';
import { holding, refusal } from '../support/refusal';
import { spokenIo } from '../support/spoken';

let root: string;
let into: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gameday-import-'));
  into = path.join(root, 'incidents.yaml');
  file = path.join(root, 'past.csv');
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (...rows: string[]) => writeFileSync(file, ['date,title,class,mood', ...rows].join('\n'));
const options = (more: { readonly classes?: readonly string[]; readonly dryRun?: boolean } = {}) => ({
  into,
  classes: [],
  dryRun: false,
  ...more,
});

test('what is imported stands in the catalogue; imported again, it stays to the letter', () => {
  write('2026-03-14,Slow cards,dependency,bad');
  const io = spokenIo();
  importIncidents(file, options(), io);
  expect(io.results.join('')).toContain('new  2026-03-14  dependency  Slow cards (2026-03-14-slow-cards)');
  expect(io.notices).toContain('Left out: the column mood, which says nothing that we know');
  const once = readFileSync(into, 'utf8');
  const again = spokenIo();
  importIncidents(file, options(), again);
  expect([readFileSync(into, 'utf8'), again.results]).toEqual([once, []]);
  expect(again.notices).toContainEqual(holding('0 new, 0 changed, 1 as they were'));
});

test('what was corrected in the file is corrected in the catalogue, and what is in it alone stays', () => {
  write('2026-03-14,Slow cards,dependency,', '2026-03-15,Full disk,capacity and traffic,');
  importIncidents(file, options(), spokenIo());
  write('2026-03-14,Slow cards,observability,');
  importIncidents(file, options(), spokenIo());
  const text = readFileSync(into, 'utf8');
  expect([text.includes('failureClass: observability'), text.includes('Full disk')]).toEqual([true, true]);
});

test('with a mistake nothing is taken, and all mistakes are told', () => {
  write('2026-03-14,Slow cards,dependency,', 'soon,Full disk,disks,');
  expect(() => importIncidents(file, options(), spokenIo())).toThrow(
    refusal('BadFile', 'past.csv:3 class: "disks" is no failure class. Did you mean capacity and traffic?'),
  );
  expect(existsSync(into)).toBe(false);
});

test('a dry run shows what would come, and writes nothing', () => {
  write('2026-03-14,Slow cards,dependency,');
  const io = spokenIo();
  importIncidents(file, options({ dryRun: true }), io);
  expect([io.results.join(''), existsSync(into)]).toEqual([holding('Slow cards'), false]);
});

test('a word of one’s own means what is said, and a class that is none is refused', () => {
  write('2026-03-14,Slow cards,Vendor trouble,');
  importIncidents(file, options({ classes: ['Vendor trouble=dependency'] }), spokenIo());
  expect(readFileSync(into, 'utf8')).toContain('failureClass: dependency');
  expect(() => importIncidents(file, options({ classes: ['Vendor trouble=dependencies'] }), spokenIo())).toThrow(
    refusal('BadOption', 'does not say which class is meant'),
  );
});

test('coverage of the example names its dearest gap, and the draft to begin with', async () => {
  const editions = ['first', 'second'].map((name) => path.join(exampleFolder, name));
  const incidents = path.join(exampleFolder, 'incidents.yaml');
  const io = spokenIo();
  await showCoverage({ scenario: 'corner-shop', editions, incidents, json: false }, io);
  const [, first, ...others] = io.results.join('').split('\n');
  expect(first).toMatch(/^data and synchronisation +1 +300 +- +- +no experiment$/);
  expect(others).toContainEqual(
    expect.stringMatching(/^observability .* till-freezes +edition 1: till-freezes; edition 2: till-freezes +covered$/),
  );
  expect(io.notices.at(-1)).toContain('experiment new --from INC-107 --scenario corner-shop');
});

test.each([
  ['an incident that the catalogue does not have', { from: 'INC-10' }, 'has no incident "INC-10"'],
  [
    'a name that an experiment has already',
    { from: 'INC-101', id: 'till-freezes' },
    'has an experiment till-freezes already',
  ],
  ['a name that is none', { from: 'INC-101', id: '../stack' }, '"../stack" cannot be the name of an experiment'],
])('no draft is written for %s', async (_, asked, message) => {
  const incidents = path.join(exampleFolder, 'incidents.yaml');
  await expect(writeNewExperiment({ ...asked, scenario: 'corner-shop', incidents }, spokenIo())).rejects.toEqual(
    refusal('BadOption', message),
  );
});
