import { readFileSync } from 'node:fs';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { bootstrapStackName, cdkQualifier } from '../../lib/accounts/bootstrap-names';
import { observerRole } from '../../lib/aws/team-account';
import { organizerRoleName } from '../../lib/accounts/role-names';
import { scenarioNames } from '../../lib/scenarios/catalogue';
import { chosenWeaknesses, deploymentTarget } from '../../lib/stacks/app-context';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import type { TeamDeployment } from '../../lib/stacks/team-stack';
import { anApp } from '../support/an-app';

async function deployed(scenario: string, deployment: TeamDeployment) {
  const { add } = await scenarioStacks(scenario);
  const app = anApp();
  const stack = add(app, () => true, deployment);
  return { stack, artifact: app.synth().getStackByName(stack.stackName) };
}

const organizer = { eventId: 'spring', organizerAccount: '333333333333', organization: 'o-a1b2c3d4e5' };

describe.each(scenarioNames())('%s', (name) => {
  test('all teams’ templates are the same, byte for byte, whatever account and region they go to', async () => {
    const blue = await deployed(name, { ...organizer, target: { account: '111111111111', region: 'eu-west-1' } });
    const red = await deployed(name, { ...organizer, target: { account: '222222222222', region: 'us-east-1' } });
    expect(JSON.stringify(blue.artifact.template)).toBe(JSON.stringify(red.artifact.template));
    expect([blue, red].map(({ artifact }) => artifact.environment.name)).toEqual([
      'aws://111111111111/eu-west-1',
      'aws://222222222222/us-east-1',
    ]);
  });

  test('says where customers come in and which key is read, under names of its own', async () => {
    const { stack } = await deployed(name, organizer);
    const template = Template.fromStack(stack);
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual(['Address', 'SigningKeyArn']);
  });
});

test('no role is left behind at the stack, by which whoever may update it would act', async () => {
  const { artifact } = await deployed('corner-shop', organizer);
  expect(artifact).toMatchObject({ assumeRoleArn: undefined, cloudFormationExecutionRoleArn: undefined });
});

test('CDK’s command line bootstraps under the names that the stacks ask for', () => {
  const { toolkitStackName, context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as Record<string, unknown>;
  expect(toolkitStackName).toBe(bootstrapStackName);
  expect(context).toMatchObject({ '@aws-cdk/core:bootstrapQualifier': cdkQualifier });
});

describe('the observer role', () => {
  let template: Template;
  beforeAll(async () => (template = Template.fromStack((await deployed('corner-shop', organizer)).stack)));

  test('has the name that the organizer’s programs assume, and trusts exactly these programs', () => {
    const [path, name] = observerRole.split('/');
    template.hasResourceProperties('AWS::IAM::Role', {
      Path: `/${path}/`,
      RoleName: name,
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { AWS: Match.objectLike({ 'Fn::Join': Match.anyValue() }) },
            Condition: { ArnEquals: { 'aws:PrincipalArn': [endsIn('-scorer'), endsIn('-load'), endsIn('-api')] } },
          }),
        ],
      },
    });
    for (const program of ['scorer', 'load', 'api'] as const)
      expect(organizerRoleName('x', program)).toBe(`x-${program}`);
    expect(template.findParameters('*')).toMatchObject({
      OrganizerAccount: { Default: '333333333333', AllowedPattern: '\\d{12}' },
      EventId: { Default: 'spring' },
    });
  });

  test('trusts them only within the organization, once that is known', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Condition: Match.objectLike({
              StringEquals: {
                'Fn::If': [
                  'OrganizationIsKnown',
                  { 'aws:PrincipalOrgID': { Ref: 'Organization' } },
                  { Ref: 'AWS::NoValue' },
                ],
              },
            }),
          }),
        ],
      },
    });
    template.hasCondition('OrganizationIsKnown', { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Organization' }, ''] }] });
    template.hasParameter('Organization', { Default: 'o-a1b2c3d4e5' });
  });

  test('looks and lists, reads one secret, and changes nothing', () => {
    const [policy] = Object.entries(template.findResources('AWS::IAM::Policy'))
      .filter(([id]) => id.startsWith('Observer'))
      .map(
        ([, { Properties }]) =>
          (Properties as { PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] } })
            .PolicyDocument.Statement,
      );
    const actions = policy?.flatMap(({ Action }) => Action) ?? [];
    expect(actions.length).toBeGreaterThan(5);
    for (const action of actions) expect(action).toMatch(/^[a-z0-9-]+:(Describe|List|Get|Lookup)[A-Za-z]+$/);
    const secret = policy?.find(({ Action }) => Action === 'secretsmanager:GetSecretValue');
    expect(secret?.Resource).toEqual({ Ref: expect.stringContaining('SigningKey') as string });
  });

  test('asks for the organizer’s account where nobody told it', async () => {
    const { stack } = await deployed('corner-shop', { eventId: 'spring' });
    expect(Template.fromStack(stack).findParameters('OrganizerAccount')['OrganizerAccount']).not.toHaveProperty(
      'Default',
    );
  });
});

const endsIn = (end: string) => ({ 'Fn::Join': ['', Match.arrayWith([end])] });

describe('the context of the CDK app', () => {
  const event = { teams: [{ id: 'blue', name: 'Blue', account: '111111111111' }] };

  test('a team is found by its id, and its stack goes to its account', () => {
    expect(deploymentTarget(event, 'blue', 'eu-west-1')).toEqual({ account: '111111111111', region: 'eu-west-1' });
    expect(deploymentTarget(event, undefined, 'eu-west-1')).toBeUndefined();
  });

  test('an unknown team or weakness is named, with those that are known', async () => {
    const { scenario } = await scenarioStacks('corner-shop');
    expect(() => deploymentTarget(event, 'green', undefined)).toThrow('"green"');
    expect(() => chosenWeaknesses(scenario, 'all-of-them')).toThrow('"all-of-them"');
    expect(chosenWeaknesses(scenario, 'all').size).toBe(scenario.weaknesses.length);
    expect(chosenWeaknesses(scenario, 'none').size).toBe(0);
  });
});
