import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockFolder, unlockFolder } from '../../../lib/rehearsal/records/writer-lock';
import { refusal } from '../../support/refusal';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gameday-lock-'));
  lock = path.join(folder, 'writer.pid');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('while somebody else writes', () => {
  let other: ChildProcess;
  beforeEach(() => {
    other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(lock, `${other.pid}\n`);
  });
  afterEach(() => other.kill('SIGKILL'));

  test('a folder is refused, with who it is and what to do', () => {
    expect(() => lockFolder(folder)).toThrow(refusal('FolderInUse', `(process ${other.pid}) writes to ${folder}`));
    expect(readFileSync(lock, 'utf8')).toBe(`${other.pid}\n`);
  });

  test('letting go of it does nothing', () => {
    unlockFolder(folder);
    expect(existsSync(lock)).toBe(true);
  });

  test('it is taken over when they are gone', async () => {
    other.kill('SIGKILL');
    await once(other, 'exit');
    lockFolder(folder);
    expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}\n`);
  });
});

test('what was let go of is free', () => {
  lockFolder(folder);
  expect(existsSync(lock)).toBe(true);
  unlockFolder(folder);
  expect(existsSync(lock)).toBe(false);
});

test('a lock of this process’s own id is that of one before it', () => {
  writeFileSync(lock, `${process.pid}\n`);
  expect(() => lockFolder(folder)).not.toThrow();
});

test('a lock that says nothing is taken for one that is just written', () => {
  writeFileSync(lock, '');
  expect(() => lockFolder(folder)).toThrow(refusal('FolderInUse', `another rehearsal writes to ${folder}`));
});

test('a folder that is not there cannot be locked', () => {
  expect(() => lockFolder(path.join(folder, 'none'))).toThrow(refusal('FolderUnwritable'));
});

test('a process that ends lets go of what it has', () => {
  const file = path.join(__dirname, '../../../lib/rehearsal/records/writer-lock');
  const program = `require(${JSON.stringify(file)}).lockFolder(${JSON.stringify(folder)}); console.log(require('node:fs').existsSync(${JSON.stringify(lock)}))`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], { encoding: 'utf8' });
  expect(stdout).toBe('true\n');
  expect(existsSync(lock)).toBe(false);
});
