import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { journalLine } from '../../lib/core/records/journal';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import { anEntry, anEvent, someLog } from '../support/builders';
import { gameday } from './gameday';

jest.setTimeout(60_000);

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'gameday-cli-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));
const experiment = (...args: string[]) => gameday(scratch, 'experiment', ...args);

/** A folder whose rehearsal was killed while one run was under way and one had been refused. */
function aFolder(): string {
  const folder = path.join(scratch, 'played');
  const about = (run: string, team: string) => ({ run, experiment: 'catalogue-stop', team });
  const log = someLog(
    anEntry('experiment-started', 60, about('catalogue-stop-0-blue', 'blue')),
    anEntry('experiment-refused', 60, { ...about('catalogue-stop-0-red', 'red'), reason: 'no instance runs' }),
  );
  RehearsalFolder.create(folder, anEvent({ experiments: [{ experiment: 'catalogue-stop', atSeconds: 60 }] }));
  writeFileSync(path.join(folder, 'log.jsonl'), log.map(journalLine).join(''));
  return folder;
}

test('a scenario’s experiments are listed with their failure classes, and everything about them as JSON', () => {
  expect(experiment('list').stdout).toMatch(/catalogue-stop .*infrastructure and zone loss/);
  const cards = JSON.parse(experiment('list', 'corner-shop', '--json').stdout) as { id: string; fault: object }[];
  expect(cards.map(({ id }) => id)).toContain('till-freezes');
  expect(cards.every(({ fault }) => 'kind' in fault)).toBe(true);
});

test('a plan tells who gets what and when, and that it is the same for all', () => {
  gameday(scratch, 'event', 'new');
  const file = path.join(scratch, 'event.yaml');
  const text = readFileSync(file, 'utf8').replace(/^experiments:[^\n]*\n( .*\n)*/m, '');
  writeFileSync(
    file,
    `${text}\nexperiments:\n  - { experiment: catalogue-stop, at: 1h, jitter: 5m }\n  - { experiment: zone-outage, at: 2h, jitter: 5m }\n`,
  );
  const { code, stdout, stderr } = experiment('plan', 'event.yaml');
  expect([code, stderr]).toEqual([0, expect.stringContaining('Next:')]);
  expect(stdout).toMatch(/The same for all 2 teams: 2 runs, .* moved by 0s in sum\.\n$/);
});

test('the runs of a folder are listed, refused ones with their reason', () => {
  const { stdout } = experiment('list', aFolder());
  expect(stdout).toMatch(/catalogue-stop-0-blue +blue +running +00:01:00/);
  expect(stdout).toMatch(/catalogue-stop-0-red +red +refused +no instance runs/);
});

test('where no rehearsal plays nothing can be run or stopped; ending everything is left for whoever goes on', () => {
  const folder = aFolder();
  for (const args of [
    ['run', 'catalogue-stop', folder],
    ['stop', 'catalogue-stop-0-blue', folder],
  ]) {
    const { code, stderr } = experiment(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('No rehearsal plays')]);
  }
  expect(experiment('stop-all', folder).code).toBe(0);
  expect(readFileSync(path.join(folder, 'orders.jsonl'), 'utf8')).toMatch(/^\{.*"type":"stop-ordered".*\}\n$/);
});

test.each([
  ['an experiment', ['run', 'earthquake'], /no experiment "earthquake"/],
  ['a team', ['run', 'catalogue-stop', '--team', 'green'], /no team "green"/],
  ['a run', ['stop', 'catalogue-stop-7-blue'], /No run is called "catalogue-stop-7-blue"[^]*catalogue-stop-0-blue/],
])('%s that does not exist is named, with what there is', (_what, [verb = '', name = '', ...more], said) => {
  const { code, stderr } = experiment(verb, name, aFolder(), ...more);
  expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
});
