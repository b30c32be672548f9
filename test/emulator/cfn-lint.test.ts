import type { App, Stack } from 'aws-cdk-lib';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { scenarioNames } from '../../lib/scenarios/catalogue';
import { baselineTemplate } from '../../lib/stacks/baseline-stack';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { tryFindPythonTools } from '../support/python-tools';
import { anApp } from '../support/an-app';

jest.setTimeout(120_000);

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cfn-lint-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Errors of cfn-lint in a template, one a line; its warnings are advice. */
async function errorsIn(stack: Stack, name: string, spoil: (text: string) => string = (text) => text): Promise<string> {
  const app = stack.node.root as App;
  return errorsInText(spoil(JSON.stringify(app.synth().getStackArtifact(stack.artifactId).template)), name);
}

async function errorsInText(template: string, name: string): Promise<string> {
  const python = tryFindPythonTools();
  if (python === undefined) throw new Error('cfn-lint is not installed: run this by `npm test -- emulator`');
  const file = join(folder, `${name}.json`);
  writeFileSync(file, template);
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
  expect(await errorsIn(organizerStack(anEvent(), anApp()), 'organizer')).toBe('');
});

test('the template of every account’s baseline has no error', async () => {
  const organizers = ['arn:aws:iam::333333333333:role/Organizer'];
  const steering = { organizerAccount: '333333333333', organizers, organization: 'o-a1b2c3d4e5' };
  expect(await errorsInText(baselineTemplate(anEvent(), steering), 'baseline')).toBe('');
});

describe.each(scenarioNames())('%s', (name) => {
  test('the good template has no error', async () => {
    const { add } = await scenarioStacks(name);
    const good = add(anApp(), () => false);
    expect(await errorsIn(good, `${name}-good`)).toBe('');
  });

  test('the spoiled template has no error', async () => {
    const { add } = await scenarioStacks(name);
    const spoiled = add(anApp(), () => true);
    expect(await errorsIn(spoiled, `${name}-spoiled`)).toBe('');
  });
});

test('experiments as templates of AWS FIS have no error, and one would be found', async () => {
  const { add } = await scenarioStacks('rental-market');
  const withTemplates = () => add(anApp(), () => false, undefined, true);
  expect(await errorsIn(withTemplates(), 'experiments')).toBe('');
  const spoil = (text: string) => text.replace('"SelectionMode":"ALL"', '"SelectionMode":["ALL"]');
  expect(await errorsIn(withTemplates(), 'experiments-broken', spoil)).toContain("['ALL'] is not of type 'string'");
});

test('an error would be found', async () => {
  const spoil = (text: string) => text.replace('"PAY_PER_REQUEST"', '"WHENEVER"');
  expect(await errorsIn(organizerStack(anEvent(), anApp()), 'broken', spoil)).toContain('WHENEVER');
});
