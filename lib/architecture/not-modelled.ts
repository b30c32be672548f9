import type { Template } from '../core/scenario';
import type { NotModelled } from './architecture';

/** Types whose behaviour the arena has, or that only say something about one that it has. */
const modelled = new Set([
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::CDK::Metadata',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::EIP',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::EC2::NatGateway',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::ECS::Cluster',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
]);

/** By the beginning of the type's name; the first that fits. */
const assumptions: readonly (readonly [prefix: string, assumed: string])[] = [
  ['AWS::IAM::', 'every program may do what it needs'],
  ['AWS::SecretsManager::', 'the secret can be read'],
  ['AWS::SSM::', 'the parameter can be read'],
  ['AWS::KMS::', 'the key can be used'],
  ['AWS::S3::', 'the bucket answers at once and never fails'],
  ['AWS::EC2::NetworkAcl', 'network ACLs let everything through'],
  ['AWS::EC2::', 'every subnet has the routes that it needs'],
  ['AWS::Logs::', 'logs are written and cost nothing'],
  ['AWS::CloudWatch::', 'alarms and dashboards watch and change nothing'],
  ['AWS::AutoScaling::ScalingPolicy', 'the group does not scale by it'],
  ['AWS::AutoScaling::ScheduledAction', 'nothing is scaled by the clock'],
  ['AWS::AutoScaling::LifecycleHook', 'instances do not wait for it'],
  ['AWS::ApplicationAutoScaling::ScalingPolicy', 'nothing scales by it'],
  ['AWS::SNS::', 'messages are delivered and change nothing'],
];

export function listNotModelled(template: Template, known: ReadonlySet<string>): NotModelled[] {
  return Object.entries(template.Resources).flatMap(([id, { Type: type }]) => {
    if (modelled.has(type) || known.has(id)) return [];
    const assumed = assumptions.find(([prefix]) => type.startsWith(prefix))?.[1];
    return [{ id, type, assumed: assumed ?? 'it changes nothing that customers notice, and costs nothing' }];
  });
}
