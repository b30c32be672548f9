import { App, type Stack } from 'aws-cdk-lib';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { scenarioNames } from '../../lib/scenarios/catalogue';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { tryFindPythonTools } from '../support/python-tools';

jest.setTimeout(120_000);

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cfn-lint-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Errors of cfn-lint in a template, one a line; its warnings are advice. */
async function errorsIn(stack: Stack, name: string, spoil: (text: string) => string = (text) => text): Promise<string> {
  const python = tryFindPythonTools();
  if (python === undefined) throw new Error('cfn-lint is not installed: run this by `npm test -- emulator`');
  const file = join(folder, `${name}.json`);
  const app = stack.node.root as App;
  writeFileSync(file, spoil(JSON.stringify(app.synth().getStackArtifact(stack.artifactId).template)));
  const lint = join(dirname(python), 'cfn-lint');
  const args = ['--non-zero-exit-code', 'error', '--format', 'parseable', '--regions', 'eu-central-1', 'us-east-1'];
  try {
    await promisify(execFile)(lint, [...args, '--template', file]);
    return '';
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    return (stdout ?? String(error))
      .split('\n')
      .filter((line) => /:E\d{4}:/.test(line))
      .join('\n');
  }
}

test('the organizer’s template has no error', async () => {
  expect(await errorsIn(organizerStack(anEvent()), 'organizer')).toBe('');
});

/** What weaknesses plant on purpose and cfn-lint takes for a mistake: a group that can only be as large as it is small (no-room-to-grow, one-till). */
const planted: Readonly<Record<string, readonly string[]>> = {
  'corner-shop': ['E3712'],
  'rental-market': ['E3712'],
};

describe.each(scenarioNames())('%s', (name) => {
  test('the good template has no error', async () => {
    const { add } = await scenarioStacks(name);
    const good = add(new App(), () => false);
    expect(await errorsIn(good, `${name}-good`)).toBe('');
  });

  test('the spoiled template has the planted errors and no other', async () => {
    const { add } = await scenarioStacks(name);
    const spoiled = add(new App(), () => true);
    const rules = (await errorsIn(spoiled, `${name}-spoiled`)).match(/\bE\d{4}\b/g) ?? [];
    expect(rules).toEqual(planted[name] ?? []);
  });
});

test('experiments as templates of AWS FIS have no error, and one would be found', async () => {
  const { add } = await scenarioStacks('rental-market');
  const withTemplates = () => add(new App(), () => false, undefined, true);
  expect(await errorsIn(withTemplates(), 'experiments')).toBe('');
  const spoil = (text: string) => text.replace('"SelectionMode":"ALL"', '"SelectionMode":["ALL"]');
  expect(await errorsIn(withTemplates(), 'experiments-broken', spoil)).toContain("['ALL'] is not of type 'string'");
});

test('an error would be found', async () => {
  const spoil = (text: string) => text.replace('"PAY_PER_REQUEST"', '"WHENEVER"');
  expect(await errorsIn(organizerStack(anEvent()), 'broken', spoil)).toContain('WHENEVER');
});
