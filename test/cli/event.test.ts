import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import { gameday, openCommandLine, type CommandLine } from './gameday';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gameday-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a new event passes the check, and each command names the next', () => {
  expect(gameday(folder, 'event', 'new', 'spring.yaml').stderr).toContain('Next: npx gameday event check spring.yaml');
  const { code, stdout, stderr } = gameday(folder, 'event', 'check', 'spring.yaml');
  expect(stdout).toBe('spring.yaml is right: Spring GameDay, rental-market, 2 teams, 4h in 240 rounds of 1m\n');
  expect(stderr).toBe('Next: npx gameday rehearse spring.yaml\n');
  expect(code).toBe(0);
});

test('a new event names its schema only where that stands beside it', () => {
  gameday(folder, 'event', 'new');
  expect(readdirSync(folder)).toEqual(['event.yaml']);
  expect(readFileSync(path.join(folder, 'event.yaml'), 'utf8')).not.toContain('$schema');

  expect(gameday(folder, 'event', 'new', '--schema', '--yes').code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['event.schema.json', 'event.yaml']);
  expect(readFileSync(path.join(folder, 'event.yaml'), 'utf8')).toMatch(
    /^# yaml-language-server: \$schema=\.\/event\.schema\.json\n/,
  );
});

test('the schema refuses unknown keys, tells defaults, and requires what has none', () => {
  const schema: unknown = JSON.parse(gameday(folder, 'event', 'schema').stdout);
  expect(schema).toMatchObject({
    additionalProperties: false,
    required: ['name', 'scenario', 'starts', 'teams'],
    properties: {
      duration: { type: 'string', default: '4h' },
      rules: { properties: { objective: { default: 0.95 } }, additionalProperties: false },
    },
  });
});

describe('help', () => {
  let commandLine: CommandLine;
  beforeAll(() => {
    commandLine = openCommandLine(tmpdir());
  });
  afterAll(() => commandLine.close());

  test.each([
    [[]],
    [['event']],
    [['event', 'check']],
    [['event', 'new']],
    [['event', 'schema']],
    [['standings']],
    [['rehearse']],
    [['replay']],
    [['prepare']],
  ])('of %p shows an example', async (command) => {
    const { code, stdout } = await commandLine.run(...command, '--help');
    expect(stdout).toContain('$ npx gameday ');
    expect(code).toBe(0);
  });
});

test('--version says the version of the package', () => {
  expect(gameday(folder, '--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});
