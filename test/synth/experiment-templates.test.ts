import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnExperimentTemplate } from 'aws-cdk-lib/aws-fis';
import { fisPermissions } from '../../lib/aws/experiments/fis-permissions';
import { wantsTemplates } from '../../lib/stacks/app-context';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';

jest.setTimeout(120_000);

interface Experiment {
  readonly Description: string;
  readonly Actions: { readonly Fault: { readonly ActionId: string; readonly Parameters: Record<string, unknown> } };
  readonly Targets: { readonly Hit: Record<string, unknown> };
}

async function stackWith(templates: boolean, app = new App()) {
  const { scenario, add } = await scenarioStacks('rental-market');
  return { scenario, stack: add(app, () => true, undefined, templates) };
}
const experimentsOf = (template: Template): Experiment[] =>
  Object.values(template.findResources('AWS::FIS::ExperimentTemplate')).map(
    ({ Properties }) => Properties as Experiment,
  );

/** What AWS FIS has no action for. */
const notByFis = ['access-lost', 'bad-deployment', 'consumer-stop', 'host-loss', 'nat-loss', 'table-throttling'];

test('a team’s stack holds no template unless it is asked for: teams would read what is to come', async () => {
  const { stack } = await stackWith(false);
  Template.fromStack(stack).resourceCountIs('AWS::FIS::ExperimentTemplate', 0);
  expect(wantsTemplates(undefined)).toBe(false);
  expect(wantsTemplates('templates')).toBe(true);
  expect(() => wantsTemplates('template')).toThrow('Nothing is known of experiments=template.');
});

test('every experiment that AWS FIS can run is a template', async () => {
  const { scenario, stack } = await stackWith(true);
  const byFis = scenario.experiments.filter(({ fault }) => !notByFis.includes(fault.kind));
  expect(byFis.length).toBeGreaterThanOrEqual(8);
  const experiments = experimentsOf(Template.fromStack(stack));
  expect(experiments.map(({ Description }) => Description).sort()).toEqual(byFis.map(({ title }) => title).sort());
});

test('every template names its targets, and the role of AWS FIS may do what the actions ask for and no more', async () => {
  const { stack } = await stackWith(true);
  const template = Template.fromStack(stack);
  const experiments = experimentsOf(template);
  for (const { Targets, Actions } of experiments) {
    const { ResourceArns = [], ResourceTags = {} } = Targets.Hit as {
      readonly ResourceArns?: readonly unknown[];
      readonly ResourceTags?: object;
    };
    expect(ResourceArns.length + Object.keys(ResourceTags).length).toBeGreaterThan(0);
    expect(Object.keys(fisPermissions)).toContain(Actions.Fault.ActionId);
  }
  const actions = new Set(experiments.flatMap(({ Actions }) => fisPermissions[Actions.Fault.ActionId] ?? []));
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [Match.objectLike({ Action: [...actions, 'tag:GetResources'].sort() })] },
  });
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        Match.objectLike({
          Principal: { Service: 'fis.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ],
    },
  });
});

describe('the schema of AWS FIS', () => {
  const before = process.env['CDK_VALIDATION'];
  beforeEach(() => delete process.env['CDK_VALIDATION']);
  afterEach(() => void (process.env['CDK_VALIDATION'] = before));
  const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };

  test('holds for every template', async () => {
    const app = new App({ context });
    await stackWith(true, app);
    expect(() => app.synth()).not.toThrow();
  });

  test.each([
    ['stop conditions that are no list', 'StopConditions', 'none'],
    ['a property that does not exist', 'Duration', 'PT5M'],
    ['no role', 'RoleArn', undefined],
  ])('%s would be found', async (_defect, path, value) => {
    const app = new App({ context });
    const { stack } = await stackWith(true, app);
    const template = stack.node.findAll().find((each) => each instanceof CfnExperimentTemplate);
    template?.addPropertyOverride(path, value);
    expect(() => app.synth()).toThrow();
  });
});
