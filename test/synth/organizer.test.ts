import { Match, Template } from 'aws-cdk-lib/assertions';
import { contentSecurityPolicy } from '../../lib/constructs/organizer/site-headers';
import { conductorEnvSchema } from '../../lib/handlers/conductor-env';
import { tasksFor } from '../../lib/core/load-tasks';
import { scorerEnvSchema } from '../../lib/handlers/scorer-env';
import { loadEnvSchema } from '../../load/aws/environment';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { anApp } from '../support/an-app';

const event = anEvent({ name: 'Spring', teams: aTeamOf(60) });
let template: Template;
beforeAll(() => (template = Template.fromStack(organizerStack(event, anApp()))));

function aTeamOf(teams: number) {
  return Array.from({ length: teams }, (_, index) => ({
    id: `team-${index}`,
    name: `Team ${index}`,
    account: String(100_000_000_000 + index),
  }));
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}
/** Allowed by the policies whose logical id begins so. */
function statements(idPrefix: string): Statement[] {
  // What does not fit into a role's own policy, CDK puts into managed ones.
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].map((type) => template.findResources(type));
  return policies
    .flatMap((found) => Object.entries(found))
    .filter(([id]) => id.startsWith(idPrefix))
    .flatMap(
      ([, { Properties }]) => (Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
    );
}
const actionsOf = (idPrefix: string) => statements(idPrefix).flatMap(({ Action }) => Action);

interface Container {
  readonly Name: string;
  readonly Environment?: readonly { Name: string; Value: unknown }[];
  readonly [property: string]: unknown;
}
const containers = (): Container[][] =>
  Object.values(template.findResources('AWS::ECS::TaskDefinition')).map(
    ({ Properties }) => (Properties as { ContainerDefinitions: Container[] }).ContainerDefinitions,
  );

describe('records', () => {
  test('rounds and log are on demand, can be brought back to any minute, and outlive the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      },
    });
  });

  test('counts of wrong codes go by themselves; rounds and log, which have no such instant, stay', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  test('buckets are private, encrypted, closed to plain HTTP, and outlive the stack', () => {
    template.resourceCountIs('AWS::S3::Bucket', 2);
    template.allResources('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: Match.anyValue(),
      }),
    });
    template.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  test('logs are kept for a month at most, and go away with the stack', () => {
    for (const { Properties, DeletionPolicy } of Object.values(template.findResources('AWS::Logs::LogGroup'))) {
      expect((Properties as { RetentionInDays: number }).RetentionInDays).toBeLessThanOrEqual(30);
      expect(DeletionPolicy).toBe('Delete');
    }
  });

  test('everything that can be carries the event’s tag', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::ECS::Service', 'AWS::S3::Bucket']) {
      template.allResourcesProperties(type, {
        Tags: Match.arrayWith([{ Key: 'gameday:event', Value: 'spring' }]),
      });
    }
  });
});

describe('the scorer', () => {
  const scorer = { Runtime: 'nodejs22.x' };

  test('is started every minute, alone, and a start that failed is not tried again', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 } }),
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      ...scorer,
      Architectures: ['arm64'],
      ReservedConcurrentExecutions: 1,
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test('is told everything that its handler asks for', () => {
    const functions = template.findResources('AWS::Lambda::Function', { Properties: scorer });
    const [{ Properties }] = Object.values(functions) as [
      { Properties: { Environment: { Variables: Record<string, unknown> } } },
    ];
    expect(Object.keys(Properties.Environment.Variables)).toEqual(
      expect.arrayContaining(Object.keys(scorerEnvSchema.shape)),
    );
  });

  test('may do what its work needs and nothing else', () => {
    expect([...new Set(actionsOf('ScorerRole'))].sort()).toEqual([
      'cloudwatch:GetMetricData',
      'cloudwatch:PutMetricData',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
      'sts:AssumeRole',
    ]);
    const write = statements('ScorerRole').find(({ Action }) => Action === 's3:PutObject');
    expect(JSON.stringify(write?.Resource)).toContain('/scoreboard.json');
  });
});

describe('the conductor of experiments', () => {
  test('is told everything that its handler asks for', () => {
    const [environment] = Object.entries(template.findResources('AWS::Lambda::Function'))
      .filter(([id]) => id.startsWith('Conductor'))
      .map(
        ([, { Properties }]) =>
          (Properties as { Environment: { Variables: Record<string, unknown> } }).Environment.Variables,
      );
    expect(Object.keys(environment ?? {})).toEqual(expect.arrayContaining(Object.keys(conductorEnvSchema.shape)));
  });

  test('may write the log and break things in the accounts of the teams, and nothing else', () => {
    expect([...new Set(actionsOf('ConductorRole'))].sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
      'sts:AssumeRole',
    ]);
  });

  test('exactly the fault roles of the event’s teams may be assumed by it, and by no other program', () => {
    const assumed = (role: string) =>
      [...JSON.stringify(statements(role)).matchAll(/:iam::(\d{12}):role\/gameday\/fault/g)].map(
        ([, account]) => account,
      );
    expect(assumed('ConductorRole')).toEqual(event.teams.map(({ account }) => account));
    for (const role of ['ScorerRole', 'LoadRole']) expect(assumed(role)).toEqual([]);
    expect(JSON.stringify(statements('ConductorRole'))).not.toContain('role/gameday/observer');
  });
});

describe('the load program', () => {
  test('splits teams over tasks, at least two, each a service that never runs twice and may use both zones', () => {
    expect([1, 50, 51, 100].map(tasksFor)).toEqual([2, 2, 3, 4]);
    const services = Object.values(template.findResources('AWS::ECS::Service'));
    expect(services).toHaveLength(3);
    for (const { Properties } of services) {
      expect(Properties).toMatchObject({
        DesiredCount: 1,
        DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
        AvailabilityZoneRebalancing: 'DISABLED',
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [expect.anything(), expect.anything()] } },
      });
    }
  });

  test('each task knows its part and everything that the program asks for', () => {
    const environments = containers().map((all) =>
      Object.fromEntries(
        (all.find(({ Name }) => Name === 'Load')?.Environment ?? []).map(({ Name, Value }) => [
          Name,
          typeof Value === 'string' ? Value : 'known when deployed',
        ]),
      ),
    );
    expect(environments.map(({ TASK }) => TASK)).toEqual(['0', '1', '2']);
    for (const environment of environments) {
      expect(() => loadEnvSchema.parse(environment)).not.toThrow();
      expect(environment).toMatchObject({ TASKS: '3', GAMEDAY_K6: '/app/k6' });
    }
  });

  test('starts when program and k6 were fetched, not as root, on a file system that cannot be written, and may drain', () => {
    for (const all of containers()) {
      expect(all.map(({ Name, Essential }) => [Name, Essential])).toEqual([
        ['Fetch', false],
        ['K6', false],
        ['Load', true],
      ]);
      expect(all.find(({ Name }) => Name === 'Load')).toMatchObject({
        User: 'node',
        ReadonlyRootFilesystem: true,
        StopTimeout: 60,
        DependsOn: [
          { ContainerName: 'Fetch', Condition: 'SUCCESS' },
          { ContainerName: 'K6', Condition: 'SUCCESS' },
        ],
      });
      for (const { Image } of all) expect(Image).toMatch(/^(public\.ecr\.aws|docker\.io)\/\S+@sha256:[0-9a-f]{64}$/);
    }
  });

  test('needs no container build, no NAT gateway, and lets nothing in', () => {
    for (const type of ['AWS::ECR::Repository', 'AWS::EC2::NatGateway', 'AWS::EC2::SecurityGroupIngress']) {
      template.resourceCountIs(type, 0);
    }
    template.allResourcesProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
  });

  test('may do what its work needs and nothing else', () => {
    expect([...new Set(actionsOf('LoadRole'))].sort()).toEqual([
      'cloudwatch:PutMetricData',
      'dynamodb:GetItem',
      'dynamodb:Query',
      's3:GetObject',
      's3:PutObject',
      'sts:AssumeRole',
    ]);
  });
});

describe('permissions', () => {
  test('no action is a wildcard, and no resource is, except where CloudWatch knows none', () => {
    // CDK's own copier of files is acknowledged beside it.
    const own = [
      'ScorerRole',
      'ScorerSchedulerRole',
      'ConductorRole',
      'ConductorSchedulerRole',
      'LoadRole',
      'LoadStartRole',
    ].flatMap(statements);
    expect(own.length).toBeGreaterThan(10);
    for (const { Action, Resource, Condition } of own) {
      expect(JSON.stringify(Action)).not.toContain('*');
      if (Resource !== '*') continue;
      const actions = [Action].flat();
      expect(['cloudwatch:GetMetricData', 'cloudwatch:PutMetricData']).toEqual(expect.arrayContaining(actions));
      if (actions.includes('cloudwatch:PutMetricData')) {
        expect(Condition).toEqual({ StringEquals: { 'cloudwatch:namespace': 'GameDay' } });
      }
    }
  });

  test('exactly the observer roles of the event’s teams may be assumed', () => {
    for (const role of ['ScorerRole', 'LoadRole']) {
      const text = JSON.stringify(
        statements(role)
          .filter(({ Action }) => Action === 'sts:AssumeRole')
          .map(({ Resource }) => Resource),
      );
      const accounts = [...text.matchAll(/:iam::(\d{12}):role\/gameday\/observer/g)].map(([, account]) => account);
      expect(accounts).toEqual(event.teams.map(({ account }) => account));
    }
  });
});

describe('the site', () => {
  test('is read through CloudFront alone, over HTTPS, with a policy that lets no foreign script run', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        DefaultRootObject: 'index.html',
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
        Origins: [
          Match.objectLike({ OriginAccessControlId: Match.anyValue() }),
          Match.objectLike({ OriginAccessControlId: Match.anyValue() }),
        ],
      }),
    });
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:/);
    template.allResourcesProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: Match.objectLike({
          ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy, Override: true },
          ContentTypeOptions: { Override: true },
        }),
      },
    });
  });

  test('keeps the scoreboard for two seconds', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: Match.objectLike({ MinTTL: 0, DefaultTTL: 2, MaxTTL: 2 }),
    });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([Match.objectLike({ PathPattern: 'scoreboard.json' })]),
      },
    });
  });

  test('a new deployment leaves the scoreboard alone', () => {
    template.hasResourceProperties('Custom::CDKBucketDeployment', { Prune: false });
  });
});

test('whoever the parameter names is told of alarms, and nobody when it names nobody', () => {
  template.hasParameter('AlarmEmail', { Default: '' });
  template.hasResource('AWS::SNS::Subscription', {
    Condition: 'SomebodyListens',
    Properties: { Protocol: 'email', Endpoint: { Ref: 'AlarmEmail' } },
  });
  template.hasCondition('SomebodyListens', { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AlarmEmail' }, ''] }] });
});
