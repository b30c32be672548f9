import { Match, Template as Assertions } from 'aws-cdk-lib/assertions';
import type { Template } from '../../lib/core/scenario';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import type { Weakness } from '../../lib/scenarios/scenario';
import { changes } from './property-paths';
import { anApp } from '../support/an-app';

async function assemble(choose: (weakness: Weakness) => boolean): Promise<Template> {
  const { add } = await scenarioStacks('rental-market');
  const app = anApp();
  const stack = add(app, choose);
  return app.synth().getStackByName(stack.stackName).template as Template;
}

let good: Template;
let assertions: Assertions;
/** What each weakness changes alone, by its id. */
const alone: Record<string, string[]> = {};
beforeAll(async () => {
  good = await assemble(() => false);
  assertions = Assertions.fromJSON(good);
  const { scenario } = await scenarioStacks('rental-market');
  for (const { id } of scenario.weaknesses) {
    alone[id] = changes(good, await assemble((weakness) => weakness.id === id));
  }
}, 60_000);

test('each weakness changes what it says and nothing else', () => {
  expect(alone).toEqual({
    'starved-table': [
      'BookingsTable.Properties.BillingMode = "PROVISIONED"',
      'BookingsTable.Properties.ProvisionedThroughput = {"ReadCapacityUnits":4,"WriteCapacityUnits":3}',
    ],
    'single-catalogue': ['CatalogueTargets.Properties.Targets.1 = nothing'],
    'blind-health-check': ['StorefrontTargets.Properties.HealthCheckPath = "/static/ok"'],
    'spent-credits': [
      'CatalogueSecond.Properties.CreditSpecification.CPUCredits = "standard"',
      'CatalogueSecond.Properties.InstanceType = "t4g.nano"',
    ],
    'one-zone': [
      'StorefrontGroupASG.Properties.VPCZoneIdentifier.1 = nothing',
      'BookingsService.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets.1 = nothing',
    ],
    'no-room-to-grow': [
      'StorefrontGroupASG.Properties.MaxSize = "2"',
      'StorefrontGroupASG.Metadata = {"cfn-lint":{"config":{"ignore_checks":["E3712"]}}}',
    ],
    'dead-end-road': ['VpcTasksSubnet2DefaultRoute.Properties.DestinationCidrBlock = "203.0.113.0/24"'],
    'sleepy-scaling': [
      'StorefrontGroupScalingPolicyCpu.Properties.EstimatedInstanceWarmup = 600',
      'StorefrontGroupScalingPolicyCpu.Properties.TargetTrackingConfiguration.TargetValue = 90',
    ],
    'lights-left-on': [
      '+ ForgottenSecurityGroup',
      '+ ForgottenReportingInstanceRole',
      '+ ForgottenReportingInstanceProfile',
      '+ ForgottenReporting',
      '+ ForgottenAddress',
      '+ ForgottenGateway',
    ],
    'slow-health-check': [
      'CatalogueTargets.Properties.HealthCheckIntervalSeconds = 120',
      'CatalogueTargets.Properties.HealthCheckTimeoutSeconds = 60',
      'CatalogueTargets.Properties.UnhealthyThresholdCount = 5',
    ],
    'muted-alarm': [
      'CatalogueFirstFrozen.Properties.ActionsEnabled = false',
      'CatalogueSecondFrozen.Properties.ActionsEnabled = false',
    ],
    'tight-memory': ['BookingsTask.Properties.ContainerDefinitions.1.Memory = 176'],
    'big-bang-deployment': [
      'BookingsService.Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Enable = false',
      'BookingsService.Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback = false',
      'BookingsService.Properties.DeploymentConfiguration.MaximumPercent = 100',
      'BookingsService.Properties.DeploymentConfiguration.MinimumHealthyPercent = 0',
      'BookingsService.Properties.AvailabilityZoneRebalancing = "DISABLED"',
    ],
    'lonely-bookings': [
      'BookingsService.Properties.DesiredCount = 1',
      'BookingsServiceTaskCountTarget.Properties.MaxCapacity = 1',
      'BookingsServiceTaskCountTarget.Properties.MinCapacity = 1',
    ],
  });
});

describe('the good architecture', () => {
  test('checks every tier by its own work, within 20 seconds', () => {
    assertions.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 3);
    assertions.allResourcesProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      UnhealthyThresholdCount: 2,
    });
  });

  test('has a storefront that grows from 2 to 8 over two zones and replaces what the load balancer finds sick', () => {
    assertions.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '2',
      MaxSize: '8',
      HealthCheckType: 'ELB',
      VPCZoneIdentifier: [{ Ref: Match.anyValue() }, { Ref: Match.anyValue() }],
    });
    assertions.hasResourceProperties('AWS::AutoScaling::ScalingPolicy', {
      TargetTrackingConfiguration: Match.objectLike({ TargetValue: 50 }),
    });
  });

  test('has catalogue instances in two zones with credits that never run out', () => {
    const zones = Object.values(assertions.findResources('AWS::EC2::Instance')).map(({ Properties }) => {
      expect(Properties).toMatchObject({ InstanceType: 't4g.small', CreditSpecification: { CPUCredits: 'unlimited' } });
      return JSON.stringify((Properties as { AvailabilityZone: unknown }).AvailabilityZone);
    });
    expect(new Set(zones).size).toBe(2);
  });

  test('reboots a catalogue instance whose status check fails for three minutes', () => {
    const alarms = Object.values(assertions.findResources('AWS::CloudWatch::Alarm')).map(
      ({ Properties }) =>
        Properties as { Dimensions: { Name: string; Value: { Ref: string } }[]; AlarmActions: unknown },
    );
    const instances = Object.keys(assertions.findResources('AWS::EC2::Instance'));
    expect(alarms.map(({ Dimensions }) => Dimensions[0]?.Value.Ref)).toEqual(instances);
    for (const { AlarmActions } of alarms) expect(JSON.stringify(AlarmActions)).toContain(':ec2:reboot');
    assertions.allResourcesProperties('AWS::CloudWatch::Alarm', { Period: 60, EvaluationPeriods: 3 });
  });

  test('has bookings on two Fargate tasks that grow to eight, and a table on demand', () => {
    assertions.hasResourceProperties('AWS::ECS::Service', { DesiredCount: 2, LaunchType: 'FARGATE' });
    assertions.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 2, MaxCapacity: 8 });
    assertions.hasResourceProperties('AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' });
  });

  test('builds no container, pays for no NAT gateway, and runs no code of its own in Lambda', () => {
    for (const type of ['AWS::EC2::NatGateway', 'AWS::ECR::Repository', 'AWS::Lambda::Function']) {
      assertions.resourceCountIs(type, 0);
    }
  });

  test('lets customers reach the load balancer only', () => {
    const open = Object.entries(assertions.findResources('AWS::EC2::SecurityGroup')).filter(([, { Properties }]) =>
      JSON.stringify((Properties as { SecurityGroupIngress?: unknown }).SecurityGroupIngress ?? '').includes(
        '0.0.0.0/0',
      ),
    );
    expect(open.map(([id]) => id)).toEqual([expect.stringContaining('LoadBalancer')]);
    assertions.allResourcesProperties('AWS::EC2::SecurityGroupIngress', {
      SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('LoadBalancer'), 'GroupId'] },
    });
  });

  test('allows its programs what they need: never every action, and on everything only what has no resource', () => {
    for (const [id, { Properties }] of Object.entries(assertions.findResources('AWS::IAM::Policy'))) {
      const { Statement } = (Properties as { PolicyDocument: { Statement: { Action: unknown; Resource: unknown }[] } })
        .PolicyDocument;
      // The organizer's role is no program, and has tests of its own.
      if (id.startsWith('Observer')) continue;
      for (const { Action, Resource } of Statement) {
        expect([Action].flat()).not.toContain('*');
        expect(Resource).not.toBe('*');
      }
    }
  });

  test.each([
    ['AWS::EC2::Instance', ['catalogue']],
    ['AWS::AutoScaling::AutoScalingGroup', ['storefront']],
    ['AWS::ECS::Service', ['bookings']],
    ['AWS::ECS::TaskDefinition', ['bookings']],
    ['AWS::DynamoDB::Table', ['bookings-table']],
  ])('%s carries the tag of its tier', (type, tiers) => {
    const tags = Object.values(assertions.findResources(type)).map(
      ({ Properties }) =>
        (Properties as { Tags: { Key: string; Value: string }[] }).Tags.find(({ Key }) => Key === 'gameday:tier')
          ?.Value,
    );
    expect([...new Set(tags)]).toEqual(tiers);
  });

  test('goes away whole when it is deleted', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::Logs::LogGroup']) {
      assertions.allResources(type, { DeletionPolicy: 'Delete' });
    }
  });
});
