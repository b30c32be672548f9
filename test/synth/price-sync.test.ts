import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readArchitecture } from '../../lib/architecture/read';
import type { Template as TeamTemplate } from '../../lib/core/scenario';
import type { Weakness } from '../../lib/scenarios/scenario';
import { checkWeaknesses, isSound } from '../../lib/scenarios/weakness-check';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import { anApp } from '../support/an-app';

jest.setTimeout(120_000);

const stackOf = async (queue: string, choose: (weakness: Weakness) => boolean = () => false) =>
  (await scenarioStacks('price-sync', { queue })).add(anApp(), choose);
const templateOf = async (...asked: Parameters<typeof stackOf>) =>
  Template.fromStack(await stackOf(...asked)).toJSON() as TeamTemplate;

describe('on a broker', () => {
  let template: Template;
  beforeAll(async () => (template = Template.fromStack(await stackOf('rabbitmq'))));

  test('it is a cluster that nobody outside reaches, and inside only the programs', () => {
    template.hasResourceProperties('AWS::AmazonMQ::Broker', {
      DeploymentMode: 'CLUSTER_MULTI_AZ',
      PubliclyAccessible: false,
    });
    const doors = template.findResources('AWS::EC2::SecurityGroupIngress', {
      Properties: { FromPort: 5671, ToPort: 5671 },
    });
    expect(Object.values(doors).map(({ Properties }) => Object.keys((Properties as object) ?? {}))).toEqual([
      expect.arrayContaining(['SourceSecurityGroupId']),
      expect.arrayContaining(['SourceSecurityGroupId']),
    ]);
  });

  test('its password is in no template and in no variable', () => {
    const [broker] = Object.values(template.findResources('AWS::AmazonMQ::Broker'));
    expect(JSON.stringify(broker)).toContain('{{resolve:secretsmanager:');
    for (const task of Object.values(template.findResources('AWS::ECS::TaskDefinition'))) {
      const [, app] = (task['Properties'] as { ContainerDefinitions: { Environment: object[]; Secrets: object[] }[] })
        .ContainerDefinitions;
      expect(JSON.stringify(app?.Environment)).not.toContain('BROKER_PASSWORD');
      expect(JSON.stringify(app?.Secrets)).toContain('BROKER_PASSWORD');
    }
  });

  test('an alarm on its messages adds tasks to the indexer', () => {
    const { services } = readArchitecture(template.toJSON() as TeamTemplate);
    const policies = services.find(({ tier }) => tier === 'indexer')?.policies ?? [];
    expect(
      policies.map((policy) => (policy.kind === 'tracking' ? [] : policy.alarms.map(({ metric }) => metric))),
    ).toEqual([
      [{ queue: expect.any(String) as string, of: 'messages' }],
      [{ queue: expect.any(String) as string, of: 'messages' }],
    ]);
  });
});

describe('on SQS', () => {
  test('there is no broker, everybody may do what the program does and nothing more, and cdk-nag finds nothing', async () => {
    const stack = await stackOf('sqs');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::AmazonMQ::Broker', 0);
    const actions = Object.values(template.findResources('AWS::IAM::Policy'))
      .flatMap(
        (policy) =>
          (policy['Properties'] as { PolicyDocument: { Statement: { Action: string | string[] }[] } }).PolicyDocument
            .Statement,
      )
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('sqs:'));
    expect([...new Set(actions)].sort()).toEqual([
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ]);
    expect(new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName)).toEqual([]);
  });

  test('the arena finds one queue for the prices, and the alarm on its age', async () => {
    const { queues, services } = readArchitecture(await templateOf('sqs'));
    const [prices] = queues.filter(({ tier }) => tier === 'price-queue');
    expect(prices?.broker).toBeUndefined();
    const policies = services.find(({ tier }) => tier === 'indexer')?.policies ?? [];
    expect(JSON.stringify(policies)).toContain(JSON.stringify({ queue: prices?.id, of: 'age' }));
  });

  test('the weaknesses are the same, each on its own', async () => {
    const { scenario } = await scenarioStacks('price-sync');
    const good = await templateOf('sqs');
    const spoiledBy: Record<string, TeamTemplate> = {};
    for (const { id } of scenario.weaknesses) spoiledBy[id] = await templateOf('sqs', (weakness) => weakness.id === id);
    expect(checkWeaknesses({ good, spoiledBy }).filter((check) => !isSound(check))).toEqual([]);
  });
});
