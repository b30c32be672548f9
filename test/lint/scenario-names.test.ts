import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import plugin from '../../lint/scenario-names';
import { scenarioNames } from '../../lib/scenarios/catalogue';

const checkout = path.join(__dirname, '../..');
const linter = new Linter();
const complaints = (text: string, root = checkout): string[] =>
  linter
    .verify(text, { plugins: { gameday: plugin }, rules: { 'gameday/scenario-names': ['error', { root }] } })
    .map(({ line, message }) => `${line}: ${message}`);

describe('code of the arena that names a part of a scenario is refused', () => {
  test.each([
    ['a weakness', "const blind = 'blind-health-check';", '"blind-health-check" is a weakness of rental-market'],
    ['a weakness in a name', 'const hasBlindHealthCheck = 1;', '"blind-health-check"'],
    ['a weakness in words', '// the blind health check needs this', '"blind-health-check"'],
    ['a weakness that is plain English in words', "const id = 'one-zone';", '"one-zone"'],
    ['an experiment', '/* as catalogueStop does */', '"catalogue-stop" is an experiment of rental-market'],
    ['a tier', 'const STOREFRONT_SIZE = 2;', '"storefront" is a tier of rental-market'],
    ['a scenario', "if (scenario === 'rental-market') go();", '"rental-market" is a scenario'],
  ])('%s', (_what, text, complaint) => {
    expect(complaints(`const first = 1;\n${text}`)[0]).toContain(`2: ${complaint}`);
  });

  test('every scenario there is', () => {
    for (const name of scenarioNames()) expect(complaints(`// ${name}`)).not.toEqual([]);
  });
});

test.each([
  '// When one zone holds two more than another, one of them moves.',
  "if (kind === 'zone-outage') zoneOutage(world, fault.zone);",
  'const rental = market; // bookingsome and uncatalogued',
])('code of the arena that names none is left alone: %s', (text) => {
  expect(complaints(text)).toEqual([]);
});

describe('names come from the scenarios’ folders', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'gameday-lint-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };

  test('also of one that was just written, but for words of the arena’s own language', () => {
    write('lib/core/experiments/fault.ts', "  kind('meteor-strike', { tier }),");
    write('scenarios/tea-house/application.ts', "{ id: 'pour', tier: 'kettle' }, { id: 'work', tier: 'worker' }");
    write('scenarios/tea-house/weaknesses/cold.ts', "export const cold = {\n  id: 'cold-water',\n};");
    write('scenarios/tea-house/experiments/strike.ts', "export const strike = {\n  id: 'meteor-strike',\n};");
    for (const name of ['tea house', 'kettle', 'coldWater']) expect(complaints(`// ${name}`, root)).toHaveLength(1);
    for (const name of ['worker', 'meteor-strike', 'blind-health-check'])
      expect(complaints(`// ${name}`, root)).toEqual([]);
  });
});

test('the checkout’s own lint looks for them in the arena and in architecture, and nowhere else', () => {
  const files = ['lib/arena/world.ts', 'lib/architecture/read.ts', 'lib/rehearsal/rehearsal.ts'];
  // One process for all: reading the configuration takes a second.
  const program = `
    const lint = new (require('eslint').ESLint)();
    Promise.all(process.argv.slice(1).map((file) => lint.calculateConfigForFile(file)))
      .then((configs) => console.log(JSON.stringify(configs.map(({ rules }) => rules['gameday/scenario-names'] ?? null))));`;
  const { stdout } = spawnSync(process.execPath, ['-e', program, ...files], { cwd: checkout });
  const looks = [2, { root: checkout }];
  expect(JSON.parse(stdout.toString())).toEqual([looks, looks, null]);
}, 30_000);
