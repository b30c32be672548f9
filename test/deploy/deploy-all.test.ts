import { deployAll } from '../../lib/deploy/deploy-all';
import { StackFailure, type Deployer } from '../../lib/deploy/deployer';
import { explain } from '../../lib/deploy/explain';
import { missingResources } from '../../lib/deploy/missing-resources';
import { planDeployment, planText } from '../../lib/deploy/plan';
import { deployTargets } from '../../lib/deploy/target';
import { anEvent } from '../support/builders';
import { refusal } from '../support/refusal';

const home = { account: '999999999999', region: 'eu-west-1' };
const targets = deployTargets(anEvent(), { teams: [], organizer: false }, home);
const preview: Deployer['preview'] = () =>
  Promise.resolve({ status: undefined, bootstraps: true, added: 60, changed: 0, removed: 0 });

function run(deploy: Deployer['deploy'], controller = new AbortController(), concurrency = 2) {
  const waits: number[] = [];
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const quiet = (): void => undefined;
  const options = { concurrency, signal: controller.signal, wait, onProgress: quiet, onResult: quiet };
  return deployAll(targets, { preview, deploy }, options).then((results) => ({ results, waits }));
}

test('nothing chosen is everything, the organizer first', () => {
  expect(targets.map(({ id, account, stackName }) => [id, account, stackName])).toEqual([
    ['organizer', '999999999999', 'gameday-test-gameday-organizer'],
    ['blue', '111111111111', 'Arena'],
    ['red', '222222222222', 'Arena'],
  ]);
});

test('what is chosen is all that goes', () => {
  const chosen = (teams: string[], organizer: boolean) =>
    deployTargets(anEvent(), { teams, organizer }, home).map(({ id }) => id);
  expect([chosen(['red'], false), chosen([], true), chosen(['red'], true)]).toEqual([
    ['red'],
    ['organizer'],
    ['organizer', 'red'],
  ]);
  expect(() => chosen(['green'], false)).toThrow(refusal('BadOption', 'green'));
});

test.each([
  ['made up', '900000000001'],
  ["the organizer's own", home.account],
])('a team with an account that is %s is refused', (_why, account) => {
  const event = anEvent({ teams: [{ id: 'blue', name: 'Blue', account }] });
  expect(() => deployTargets(event, { teams: [], organizer: false }, home)).toThrow(refusal('BadEvent', 'blue'));
});

test('one failure never stops the others', async () => {
  const { results } = await run(
    ({ id }) => (id === 'blue' ? Promise.reject(new Error('no')) : Promise.resolve({})),
    undefined,
    1,
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(['deployed', 'failed', 'deployed']);
});

test('throttling is tried again, three times at most and each time later; anything else is not', async () => {
  let tries = 0;
  const { results, waits } = await run(
    ({ id }) => {
      if (id === 'organizer') return Promise.resolve({});
      tries++;
      return Promise.reject(new Error(id === 'blue' ? 'Rate exceeded' : 'no such thing'));
    },
    undefined,
    1,
  );
  expect({ waits, tries }).toEqual({ waits: [5000, 15_000, 45_000], tries: 5 });
  expect(results.map(({ outcome }) => outcome)).toEqual(['deployed', 'failed', 'failed']);
});

test('an interrupt begins nothing more, and what is under way is finished', async () => {
  const controller = new AbortController();
  const { results } = await run(
    () => {
      controller.abort();
      return Promise.resolve({ Address: 'http://blue' });
    },
    controller,
    1,
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(['deployed', 'not-started', 'not-started']);
});

test.each([
  ['ROLLBACK_COMPLETE', 'deleted first'],
  ['UPDATE_ROLLBACK_COMPLETE', 'as it was before'],
  ['UPDATE_ROLLBACK_FAILED', 'Continue update rollback'],
  ['ROLLBACK_FAILED', 'Delete the stack'],
  ['UPDATE_IN_PROGRESS', 'wait until it is done'],
])('a stack in %s is explained by the first reason and the next step', (status, next) => {
  const failure = new StackFailure('it was not deployed', status, ['Table (AWS::DynamoDB::Table): too many', 'later']);
  const explanation = explain(targets[1]!, failure);
  expect(explanation.message).toBe(`Table (AWS::DynamoDB::Table): too many (${status})`);
  expect(explanation.next).toContain(next);
});

test('a plan names accounts, and an account that cannot be looked at, without stopping', async () => {
  const plan = await planDeployment(
    targets,
    {
      preview: (target) =>
        target.id === 'red' ? Promise.reject(new Error('AccessDenied: sts:AssumeRole')) : preview(target),
    },
    5,
  );
  const text = planText(plan);
  expect(text).toContain('prepares the account for CDK, then creates 60 resources');
  expect(text).toMatch(/red +222222222222 +eu-west-1 +Arena +cannot be looked at/);
  expect(text).toContain('--role');
});

test('a resource of the template that is not in the stack is missing, unless a condition may leave it out', () => {
  const template = {
    Resources: { A: { Type: 'T' }, B: { Type: 'T' }, C: { Type: 'T', Condition: 'x' }, D: { Type: 'T' } },
  };
  const listed = [
    { logicalId: 'A', physicalId: 'a', status: 'CREATE_COMPLETE' },
    { logicalId: 'B', physicalId: undefined, status: 'CREATE_COMPLETE' },
    { logicalId: 'D', physicalId: 'd', status: 'CREATE_FAILED' },
  ];
  expect(missingResources(template, listed)).toEqual(['B (T)', 'D (T)']);
});
