import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { journalLine } from '../../../lib/core/records/journal';
import type { Snapshot } from '../../../lib/core/view/snapshot';
import { readFolder, RehearsalFolder, showsTheEnd } from '../../../lib/rehearsal/records/folder';
import { aRound, anEntry, anEvent, someLog, someRounds } from '../../support/builders';
import { holding, refusal } from '../../support/refusal';

const event = anEvent();
const rounds = someRounds({ blue: [aRound({ fast: 10 }), aRound({ failed: 10 })], red: [aRound({ slow: 3 })] });
const log = someLog(anEntry('announced', 5, { text: 'Grüße' }));

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gameday-folder-'));
  folder = path.join(root, 'rehearsals', 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

function written(): RehearsalFolder {
  const rehearsal = RehearsalFolder.create(folder, event);
  rounds.forEach((record) => rehearsal.appendRound(record));
  log.forEach((entry) => rehearsal.appendLog(entry));
  return rehearsal;
}

test('what is written is read back', async () => {
  written();
  expect(await readFolder(folder)).toEqual({ event, rounds, log, problems: [] });
});

test('a folder in which nothing has happened yet has no rounds and no log', async () => {
  RehearsalFolder.create(folder, event);
  expect(await readFolder(folder)).toEqual({ event, rounds: [], log: [], problems: [] });
});

test('journals may be missing', async () => {
  RehearsalFolder.create(folder, event);
  rmSync(path.join(folder, 'rounds.jsonl'));
  rmSync(path.join(folder, 'log.jsonl'));
  expect(await readFolder(folder)).toMatchObject({ rounds: [], log: [], problems: [] });
});

test('a torn last line is reported with its number and left out', async () => {
  written();
  appendFileSync(path.join(folder, 'rounds.jsonl'), '{"round":2,"sta');
  expect(await readFolder(folder)).toMatchObject({
    rounds,
    problems: ['rounds.jsonl line 3 is torn, its writer was stopped while writing it; it is left out'],
  });
});

test('going on with a folder cuts a torn line off, and what is written then is read', async () => {
  written();
  const file = path.join(folder, 'log.jsonl');
  // In the middle of a letter of two bytes.
  truncateSync(file, readFileSync(file).indexOf('ü') + 1);
  const more = anEntry('paused', 9, {});
  RehearsalFolder.open(folder).appendLog(more);
  expect(await readFolder(folder)).toMatchObject({ log: [log[0], more], problems: [] });
});

test('a last line that lacks nothing but its end is kept when a folder is gone on with', async () => {
  written();
  const file = path.join(folder, 'rounds.jsonl');
  truncateSync(file, readFileSync(file).length - 1);
  RehearsalFolder.open(folder).appendRound({ ...rounds[1]!, round: 2 });
  expect(await readFolder(folder)).toMatchObject({ rounds: [...rounds, { round: 2 }], problems: [] });
});

test('the scoreboard is replaced whole, and nothing is left beside it', () => {
  const rehearsal = written();
  rehearsal.writeScoreboard({ version: 1, rounds: 1 } as Snapshot);
  rehearsal.writeScoreboard({ version: 1, rounds: 2 } as Snapshot);
  expect(JSON.parse(readFileSync(path.join(folder, 'scoreboard.json'), 'utf8'))).toEqual({ version: 1, rounds: 2 });
  expect(readdirSync(folder).sort()).toEqual(['event.yaml', 'log.jsonl', 'rounds.jsonl', 'scoreboard.json']);
});

test('going on with a folder removes what a killed writer left of a file', () => {
  written();
  writeFileSync(path.join(folder, 'scoreboard.json.4711.tmp'), '{"ver');
  RehearsalFolder.open(folder);
  expect(readdirSync(folder).sort()).toEqual(['event.yaml', 'log.jsonl', 'rounds.jsonl']);
});

test.each<[string, string | undefined, boolean]>([
  ['no scoreboard', undefined, false],
  ['rubbish', 'rubbish', false],
  ['one of before the end', '{"clock":{"phase":"running"},"freeze":{"frozen":false}}', false],
  ['one that is still frozen', '{"clock":{"phase":"closed"},"freeze":{"frozen":true}}', false],
  ['the last one', '{"clock":{"phase":"closed"},"freeze":{"frozen":false}}', true],
])('whether a folder shows the end: %s', (_case, scoreboard, shown) => {
  written();
  if (scoreboard !== undefined) writeFileSync(path.join(folder, 'scoreboard.json'), scoreboard);
  expect(showsTheEnd(folder)).toBe(shown);
});

describe('refusals', () => {
  test('a folder with something in it is not written to', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'thesis.txt'), 'mine');
    expect(() => RehearsalFolder.create(folder, event)).toThrow(refusal('FolderUnwritable', `${folder} is not empty`));
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  test('an empty folder that exists is fine', () => {
    mkdirSync(folder, { recursive: true });
    expect(() => RehearsalFolder.create(folder, event)).not.toThrow();
  });

  test('a folder below a file cannot be written', () => {
    const file = path.join(root, 'file');
    writeFileSync(file, '');
    expect(() => RehearsalFolder.create(path.join(file, 'one'), event)).toThrow(
      refusal('FolderUnwritable', 'is a file, not a folder'),
    );
    expect(() => RehearsalFolder.create(file, event)).toThrow(refusal('FolderUnwritable'));
  });

  test('a folder that disappears is named when it is written to', () => {
    const rehearsal = written();
    rmSync(folder, { recursive: true });
    expect(() => rehearsal.appendRound(rounds[0]!)).toThrow(refusal('FolderUnwritable', 'rounds.jsonl'));
    expect(() => rehearsal.writeScoreboard({} as Snapshot)).toThrow(refusal('FolderUnwritable'));
  });

  test('a folder that is not there, or holds no event, is no rehearsal', async () => {
    await expect(readFolder(folder)).rejects.toMatchObject({
      code: 'FileMissing',
      message: `${folder} does not exist`,
    });
    expect(() => RehearsalFolder.open(root)).toThrow(refusal('FileMissing', `${root} holds no event.yaml`));
  });

  test('an event file that is wrong is told line by line', async () => {
    written();
    writeFileSync(path.join(folder, 'event.yaml'), 'name: x\nduration: 4\n');
    await expect(readFolder(folder)).rejects.toMatchObject({
      code: 'BadEvent',
      message: holding('event.yaml:2:11 duration: 4 cannot stand here.'),
    });
  });
});

test('a journal of records by somebody else is read as ours', async () => {
  RehearsalFolder.create(folder, event);
  writeFileSync(path.join(folder, 'rounds.jsonl'), `\uFEFF${rounds.map(journalLine).join('\r\n')}`);
  expect(await readFolder(folder)).toMatchObject({ rounds, problems: [] });
});
