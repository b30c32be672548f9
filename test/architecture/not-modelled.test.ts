import { readArchitecture } from '../../lib/architecture/read';
import type { Template } from '../../lib/core/scenario';
import { aVpc } from '../arena/vpc';

type Properties = Record<string, unknown>;
const one = (type: string, properties: Properties = {}): Template => ({
  Resources: { It: { Type: `AWS::${type}`, Properties: properties } },
});
const assumed = (template: Template) => readArchitecture(template).notModelled.map((each) => each.assumed);

test.each([
  ['ApiGatewayV2::Api', 'customers come in through the load balancer'],
  ['ApplicationAutoScaling::ScalableTarget', 'what it belongs to keeps its size'],
  ['AutoScaling::ScheduledAction', 'nothing is scaled by the clock'],
  ['CloudFormation::Stack', 'nothing of the nested stack is there'],
  ['CloudFront::Distribution', 'nothing is cached: customers come in through the load balancer'],
  ['CloudWatch::Dashboard', 'alarms and dashboards watch and change nothing'],
  ['EC2::NetworkAclEntry', 'network ACLs let everything through'],
  ['EC2::FlowLog', 'logs are written and cost nothing'],
  ['Events::Rule', 'nothing is started by it'],
  ['IAM::Role', 'every program may do what it needs'],
  ['Lambda::EventSourceMapping', 'it takes nothing from its source'],
  ['Lambda::Function', 'the function does nothing that customers notice, and costs nothing'],
  ['Logs::LogGroup', 'logs are written and cost nothing'],
  ['RDS::DBInstance', 'calls of the application do not go there, and it costs nothing'],
  ['Route53::RecordSet', 'customers use the load balancer’s own name'],
  ['SNS::Topic', 'messages are delivered and change nothing'],
  ['SQS::QueuePolicy', 'every program may use the queue'],
  ['WAFv2::WebACL', 'every request is let through'],
  ['Quantum::Computer', 'it changes nothing that customers notice, and costs nothing'],
])('%s is not modelled: %s', (type, words) => {
  expect(assumed(one(type))).toEqual([words]);
});

test('the network of a VPC is modelled', () => {
  expect(assumed({ Resources: aVpc() })).toEqual([]);
});

test.each<[string, string, Properties, string[]]>([
  ['a plain table', 'DynamoDB::Table', {}, []],
  [
    'a table with an index',
    'DynamoDB::Table',
    { GlobalSecondaryIndexes: [{ IndexName: 'by-day' }] },
    ['its indexes serve whatever they are asked, take no units of their own and cost nothing'],
  ],
  [
    'a table with a stream whose items expire',
    'DynamoDB::Table',
    { StreamSpecification: {}, TimeToLiveSpecification: { Enabled: true } },
    ['its stream changes nothing and costs nothing', 'items stay for as long as the event lasts'],
  ],
  ['a table over two Regions', 'DynamoDB::GlobalTable', { Replicas: [{}, {}] }, ['only its first replica is there']],
  [
    'a queue of its kind',
    'SQS::Queue',
    { FifoQueue: true, MessageRetentionPeriod: 60 },
    [
      'its messages cost nothing, and whoever takes them waits for them by long polling',
      'its messages are taken as from a standard queue, in about their order',
      'its messages are kept for as long as the event lasts',
    ],
  ],
  ['an endpoint', 'EC2::VPCEndpoint', {}, ['it costs nothing']],
  [
    'a security group with a prefix list',
    'EC2::SecurityGroup',
    { SecurityGroupEgress: [{ DestinationPrefixListId: 'pl-1' }] },
    ['rules that name a prefix list let nobody through'],
  ],
  [
    'a VPC whose routes come from elsewhere',
    'EC2::VPC',
    {},
    ['its subnets have the routes that they need, as the template has no route tables'],
  ],
])('%s (%s) says what is assumed', (_kind, type, properties, words) => {
  expect(assumed(one(type, properties))).toEqual(words);
});

describe('what cannot be known before a deployment', () => {
  const table = (properties: Properties) => one('DynamoDB::Table', properties);
  const units = (value: unknown) => ({ ProvisionedThroughput: { ReadCapacityUnits: value, WriteCapacityUnits: 1 } });
  const readUnits = (template: Template) => readArchitecture(template).tables[0]?.provisioned?.readUnits;

  test('of two values that a condition chooses from, the first counts', () => {
    const template = table(units({ 'Fn::If': ['Large', 40, 2] }));
    expect(readUnits(template)).toBe(40);
    expect(assumed(template)).toEqual(['of two values that a condition chooses from, the first counts']);
  });

  test('a condition may also choose nothing', () => {
    expect(readUnits(table(units({ 'Fn::If': ['Large', { Ref: 'AWS::NoValue' }, 2] })))).toBe(5);
  });

  test('a resource is there, whatever its condition says', () => {
    const template = { Resources: { It: { Type: 'AWS::DynamoDB::Table', Condition: 'Wanted', Properties: {} } } };
    expect(readArchitecture(template).tables).toHaveLength(1);
    expect(assumed(template)).toEqual(['it is there, whatever its condition says']);
  });

  test('a parameter without a default leaves AWS’s own', () => {
    const template = { ...table(units({ Ref: 'Units' })), Parameters: { Units: { Type: 'Number' } } };
    expect(readUnits(template)).toBe(5);
    expect(assumed(template)).toEqual(['it has no default, so AWS’s own default counts wherever it is used']);
  });

  test('values from mappings and other stacks are not there, and macros do nothing', () => {
    const mapped = table(units({ 'Fn::FindInMap': ['Sizes', 'large', 'units'] }));
    expect(assumed(mapped)).toEqual(['a value from a mapping counts as not given']);
    expect(assumed(table(units({ 'Fn::ImportValue': 'units' })))).toEqual([
      'what it imports from another stack is not there',
    ]);
    expect(assumed({ ...table({}), Transform: 'AWS::Serverless-2016-10-31' } as Template)).toEqual([
      'macros add and change nothing',
    ]);
  });
});
