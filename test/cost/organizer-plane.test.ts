import { Template } from 'aws-cdk-lib/assertions';
import { scorerMetrics } from '../../lib/aws/scorer-metrics';
import { loadMetrics } from '../../lib/aws/load-metrics';
import { organizerLines } from '../../lib/cost/organizer-lines';
import { organizerPlane } from '../../lib/cost/organizer-plane';
import type { GameDayEvent } from '../../lib/core/event/event';
import { windowSeconds } from '../../lib/core/scorer/ports';
import { LOG_MS } from '../../load/aws/load-task';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { anApp } from '../support/an-app';

const manyTeams = (count: number): GameDayEvent =>
  anEvent({
    teams: Array.from({ length: count }, (_, index) => ({
      id: `team-${index}`,
      name: `Team ${index}`,
      account: String(100_000_000_000 + index),
    })),
  });
const event = manyTeams(60);
let template: Template;
beforeAll(() => (template = Template.fromStack(organizerStack(event, anApp()))));

const propertiesOf = (type: string): Record<string, unknown>[] =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties as Record<string, unknown>);
const countOf = (type: string): number => propertiesOf(type).length;
const quantityOf = (what: string): number | undefined =>
  organizerLines(event, 0).find((line) => line.what === what)?.quantity;

describe('what the estimate assumes is what the organizer’s stack has', () => {
  const { scorer, conductor, api, load, watching, site } = organizerPlane;

  test.each([
    ['scorer', /rounds/, scorer.memoryMib],
    ['conductor', /experiments/i, conductor.memoryMib],
    ['API', /behind the pages/, api.memoryMib],
  ])('memory of the %s', (_name, description, memoryMib) => {
    const found = propertiesOf('AWS::Lambda::Function').filter(({ Description }) =>
      description.test(String(Description)),
    );
    expect(found.map((each) => each['MemorySize'])).toEqual([memoryMib]);
  });

  test('size and processor of the load tasks', () => {
    const tasks = propertiesOf('AWS::ECS::TaskDefinition');
    const sizes = tasks.map(({ Cpu, Memory, RuntimePlatform }) => ({
      vcpu: Number(Cpu) / 1024,
      memoryGib: Number(Memory) / 1024,
      processor: (RuntimePlatform as { CpuArchitecture?: string }).CpuArchitecture === 'ARM64' ? 'arm' : 'x86',
    }));
    const { vcpu, memoryGib, processor } = load;
    expect(sizes).toEqual(tasks.map(() => ({ vcpu, memoryGib, processor })));
  });

  test('load tasks of more teams than two can carry, each one hour for each hour of the event', () => {
    const hours = event.durationSeconds / 3600;
    expect(countOf('AWS::ECS::Service')).toBe(3);
    expect(quantityOf('Load tasks: Fargate')).toBeCloseTo(3 * hours, 9);
    expect(quantityOf('Load tasks: public addresses')).toBeCloseTo(3 * hours, 9);
  });

  test('every task reads the log as often as the load program does, and writes its minute at each window', () => {
    const tasks = countOf('AWS::ECS::Service');
    const reads = (tasks * event.durationSeconds * 1000) / LOG_MS;
    expect(quantityOf('Load tasks: DynamoDB reads of the log')).toBe(reads * Math.ceil(load.logBytes / 4096));
    expect(quantityOf('Windows: S3 archive')).toBeGreaterThanOrEqual((tasks * event.durationSeconds) / windowSeconds);
  });

  test('alarms and dashboards', () => {
    expect([countOf('AWS::CloudWatch::Alarm'), countOf('AWS::CloudWatch::Dashboard')]).toEqual([
      watching.alarms,
      watching.dashboards,
    ]);
  });

  test('metrics of the event', () => {
    const { namespace: _namespace, ...ofScorer } = scorerMetrics;
    expect(watching.ownMetrics).toBe(Object.keys(ofScorer).length + Object.keys(loadMetrics).length);
  });

  test('scorer and conductor are started once a minute each', () => {
    const schedules = propertiesOf('AWS::Scheduler::Schedule').map((each) => each['ScheduleExpression']);
    expect(schedules).toEqual(['rate(1 minute)', 'rate(1 minute)']);
    expect(quantityOf('Scorer: schedule')).toBeCloseTo(event.durationSeconds / 60, 9);
    expect(quantityOf('Conductor: schedule')).toBeCloseTo(event.durationSeconds / 60, 9);
  });

  test('seconds that the scoreboard is cached', () => {
    const caches = Object.entries(template.findResources('AWS::CloudFront::CachePolicy'));
    const [, cache] = caches.find(([id]) => id.startsWith('SiteScoreboard')) ?? [];
    expect(cache).toHaveProperty('Properties.CachePolicyConfig.MaxTTL', site.secondsCached);
  });
});

/** Paid by use or by the hour: each has lines of its own. */
const priced = [
  'AWS::CloudFront::Distribution',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::DynamoDB::Table',
  'AWS::ECS::Service',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
];
/** Costs nothing by itself, or, as a topic and a queue, less than a cent for what an event sends. */
const free = [
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::Route',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::ECS::Cluster',
  'AWS::ECS::TaskDefinition',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Url',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'Custom::CDKBucketDeployment',
];

test('nothing stands in the organizer’s stack of which nobody decided whether it costs', () => {
  const types = new Set(
    Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>).map(({ Type }) => Type),
  );
  expect([...types].sort()).toEqual([...priced, ...free].sort());
});
