import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { anEvent } from '../support/builders';
import { refusal } from '../support/refusal';
import { pooledRoles } from '../../lib/accounts/role-names';
import { readEventText } from '../../lib/core/event/event-file';
import { sweptServices, usedActions } from '../../lib/guardrails/services';
import { scenarioNames } from '../../lib/scenarios/catalogue';
import { baselineTemplate } from '../../lib/stacks/baseline-stack';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';

const organizerAccount = '333333333333';
const organizers = [`arn:aws:iam::${organizerAccount}:role/Organizer`];
const steering = { organizerAccount, organizers, organization: 'o-a1b2c3d4e5' };

describe('the baseline of an account', () => {
  const text = baselineTemplate(anEvent(), steering);
  const template = Template.fromJSON(JSON.parse(text) as Record<string, unknown>);

  test('holds the organizer’s roles but the observer, under their path, for an hour', () => {
    const roles = Object.values(template.findResources('AWS::IAM::Role')).map(
      ({ Properties }) => Properties as { RoleName: string },
    );
    expect(roles.map(({ RoleName }) => RoleName).sort()).toEqual(
      pooledRoles.filter((role) => role !== 'observer').sort(),
    );
    template.allResourcesProperties('AWS::IAM::Role', { Path: '/gameday/', MaxSessionDuration: 3600 });
    template.allResourcesProperties('AWS::IAM::Role', { Tags: [{ Key: 'gameday:pool', Value: 'gameday' }] });
  });

  test('names no account but the organizer’s, so that it is the same in all', () => {
    expect(text.match(/\d{12}/g)).toEqual(Array<string>(8).fill(organizerAccount));
    template.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'fault',
      AssumeRolePolicyDocument: {
        Statement: [{}, { Condition: { StringEquals: { 'aws:SourceAccount': { 'Fn::Sub': '${AWS::AccountId}' } } } }],
      },
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'participant',
      ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess' }],
    });
  });

  test('asks for nothing that has to be there before, so that it can be the first stack of an account', () => {
    expect(template.findParameters('*')).toEqual({});
    expect(Object.keys(template.toJSON()).sort()).toEqual(['AWSTemplateFormatVersion', 'Description', 'Resources']);
  });

  test('is refused when nobody could enter', () => {
    expect(() => baselineTemplate(anEvent(), { ...steering, organizers: [] })).toThrow(refusal('BadOption', 'Nobody'));
  });

  test('is refused when somebody is named whom the accounts would not let in', () => {
    const stranger = 'arn:aws:iam::444444444444:role/Organizer';
    expect(() => baselineTemplate(anEvent(), { ...steering, organizers: [...organizers, stranger] })).toThrow(
      refusal('BadOption', stranger),
    );
  });
});

async function goodTemplateOf(name: string): Promise<Template> {
  const { add } = await scenarioStacks(name);
  return Template.fromStack(add(new App(), () => false));
}

const instanceTypesIn = (template: Template): readonly string[] =>
  JSON.stringify(template.toJSON()).match(/(?<="InstanceType":")[^"]+/g) ?? [];

test('some scenario stands on instances', async () => {
  expect(instanceTypesIn(await goodTemplateOf('rental-market')).length).toBeGreaterThan(0);
});

describe.each(scenarioNames())('of %s', (name) => {
  const goodTemplate = (): Promise<Template> => goodTemplateOf(name);

  /** Prefixes of IAM actions, where they are not CloudFormation's name in small letters. */
  const prefixes: Readonly<Record<string, string>> = {
    amazonmq: 'mq',
    applicationautoscaling: 'application-autoscaling',
    elasticloadbalancingv2: 'elasticloadbalancing',
  };

  test('participants may use every service of the stack', async () => {
    const resources = Object.values((await goodTemplate()).toJSON()['Resources'] as Record<string, { Type: string }>);
    const services = new Set(resources.map(({ Type }) => Type.split('::')[1]?.toLowerCase() ?? ''));
    const doing = usedActions.filter((action) => !/:(Describe|Get|List|Lookup|Search)/.test(action));
    const known = new Set<string>([...sweptServices, ...doing.map((action) => action.split(':')[0] ?? '')]);
    expect(services.size).toBeGreaterThan(3);
    expect([...services].map((each) => prefixes[each] ?? each).filter((each) => !known.has(each))).toEqual([]);
  });

  test('participants may start again every instance of the good stack, unless the event file says otherwise', async () => {
    const resolution = readEventText(
      'name: Usual\nscenario: x\nstarts: 2026-12-10T09:00:00Z\nteams: [{ id: blue, name: Blue }]\ntraffic: [{ at: 0m, rps: 1 }]\n',
    ).resolve();
    const types = instanceTypesIn(await goodTemplate());
    expect(resolution.ok && types.filter((type) => !resolution.event.accounts.instanceTypes.includes(type))).toEqual(
      [],
    );
  });
});
