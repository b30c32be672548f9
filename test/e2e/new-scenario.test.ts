import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

jest.setTimeout(300_000);

const root = path.join(__dirname, '../..');

/** A checkout of its own, so that a scenario can be written into it. */
let checkout: string;
beforeAll(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'gameday-checkout-'));
  const copied = [
    'bin',
    'lib',
    'lint',
    'load',
    'scenarios',
    'web',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  const configs = ['eslint.config.mjs', '.prettierrc.json', '.prettierignore'];
  for (const name of [...copied, ...configs]) {
    if (existsSync(path.join(root, name)))
      cpSync(path.join(root, name), path.join(checkout, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
  expect(gameday('scenario', 'new', 'night-shift')).toMatchObject({ status: 0, stdout: '' });
});
afterAll(() => rmSync(checkout, { recursive: true }));

const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' });
const gameday = (...args: string[]) => node('bin/gameday.js', ...args);
const tool = (script: string, ...args: string[]) => node(path.join('node_modules', script), ...args);

test('a new scenario is known, and nothing in it speaks of the one it was copied from', () => {
  expect(gameday('scenario', 'list').stdout).toMatch(/^night-shift +The night shift +4 +2$/m);
  for (const file of ['scenario.ts', 'stack.ts', 'README.md', 'event.yaml']) {
    const text = readFileSync(path.join(checkout, 'scenarios/night-shift', file), 'utf8');
    expect(text).not.toMatch(/corner.?shop/i);
  }
});

test('an experiment can be begun from a past incident; the check names it, and what its author has yet to write', () => {
  const catalogue =
    'incidents:\n  - id: INC-7\n    date: 2026-03-14\n    title: "The till\u2019s \\"lid\\" is stuck */ `${0}`"\n    failureClass: capacity and traffic\n    systems: []\n';
  writeFileSync(path.join(checkout, 'incidents.yaml'), catalogue);
  expect(
    gameday('experiment', 'new', '--from', 'INC-7', '--scenario', 'night-shift', '--id', 'stuck-lid'),
  ).toMatchObject({
    stdout: 'scenarios/night-shift/experiments/stuck-lid.ts\n',
    status: 0,
  });
  const { status, stderr } = gameday('scenario', 'check', 'night-shift');
  expect(stderr).toContain('experiments/stuck-lid.ts is a draft: hypothesis, kickOff.story, kickOff.target');
  expect(stderr).toContain('list stuck-lid there');
  expect(status).toBe(2);
});

test('filled in and listed, it is one of the scenario’s experiments', () => {
  const edit = (name: string, change: (text: string) => string): void => {
    const file = path.join(checkout, 'scenarios/night-shift', name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  edit('experiments/stuck-lid.ts', (text) => text.replaceAll('FILL IN: ', ''));
  edit('scenario.ts', (text) =>
    text
      .replace('[tillFreezes,', '[stuckLid, tillFreezes,')
      .replace('import { tillFreezes', "import { stuckLid } from './experiments/stuck-lid';\nimport { tillFreezes"),
  );
  expect(gameday('experiment', 'list', 'night-shift').stdout).toMatch(/^stuck-lid +The till’s "lid" is stuck/m);
});

test('it compiles, and passes lint and format', () => {
  const files = 'scenarios/night-shift';
  expect(tool('typescript/bin/tsc', '-p', '.')).toMatchObject({ stdout: '', status: 0 });
  expect(tool('eslint/bin/eslint.js', files)).toMatchObject({ stdout: '', status: 0 });
  expect(tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', files)).toMatchObject({ status: 0 });
});

test('its stack can be synthesised, its weaknesses are sound, and its event file is right', () => {
  expect(gameday('scenario', 'check', 'night-shift')).toMatchObject({ status: 0 });
  expect(gameday('event', 'check', 'scenarios/night-shift/event.yaml')).toMatchObject({ status: 0 });
});

test('it can be rehearsed', () => {
  const event = 'scenarios/night-shift/event.yaml';
  const { status, stderr } = gameday(
    'rehearse',
    event,
    '--speed',
    'max',
    '--headless',
    '--port',
    '0',
    '--out',
    'played',
  );
  expect(stderr).toContain('The Sundae Masters');
  expect(status).toBe(0);
});

test('it passes the lab', () => {
  const { status, stdout } = gameday('lab', 'night-shift', '--games', '48', '--json');
  const { verdicts } = JSON.parse(stdout) as { verdicts: { id: string; passed: boolean; reason: string }[] };
  expect(verdicts.filter(({ passed }) => !passed)).toEqual([]);
  expect(status).toBe(0);
});

test('a second one of the same name is refused, and the first stays as it is', () => {
  const file = path.join(checkout, 'scenarios/night-shift/README.md');
  writeFileSync(file, 'mine\n');
  const { status, stderr } = gameday('scenario', 'new', 'night-shift');
  expect(stderr).toContain('scenarios/night-shift is already there');
  expect(status).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('mine\n');
});

test('a weakness that changes what another changes is named, with exit code 1', () => {
  const file = path.join(checkout, 'scenarios/night-shift/weaknesses/one-till.ts');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('group.maxSize', "group.vpcZoneIdentifier = ['subnet-1'];\n    group.maxSize"),
  );
  const { status, stdout, stderr } = gameday('scenario', 'check', 'night-shift');
  expect(stdout).toMatch(
    /^one-till +4 +changes NightShift\w+\.Properties\.VPCZoneIdentifier, and so does one-street$/m,
  );
  expect(stderr).toContain('one-street, one-till');
  expect(status).toBe(1);
});
