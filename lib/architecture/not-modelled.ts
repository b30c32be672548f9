import type { Template } from '../core/scenario';
import type { NotModelled } from './architecture';
import type { Values } from './values';

/** Types whose behaviour the arena has, or that only say something about one that it has. */
const modelled = new Set([
  'AWS::AmazonMQ::Broker',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::CDK::Metadata',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::EIP',
  'AWS::EC2::EIPAssociation',
  'AWS::EC2::Instance',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::LaunchTemplate',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::Subnet',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::ECS::Cluster',
  'AWS::ECS::ClusterCapacityProviderAssociations',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::SQS::Queue',
]);

/** By the beginning of the type's name; the first that fits. */
const assumptions: readonly (readonly [prefix: string, assumed: string])[] = [
  ['AWS::AmazonMQ::', 'the broker is set up as it comes'],
  ['AWS::ApplicationAutoScaling::ScalableTarget', 'what it belongs to keeps its size'],
  ['AWS::ApplicationAutoScaling::', 'nothing scales by it'],
  ['AWS::AutoScaling::LifecycleHook', 'instances do not wait for it'],
  ['AWS::AutoScaling::ScalingPolicy', 'the group does not scale by it'],
  ['AWS::AutoScaling::ScheduledAction', 'nothing is scaled by the clock'],
  ['AWS::AutoScaling::WarmPool', 'new instances boot from the beginning'],
  ['AWS::AutoScalingPlans::', 'nothing scales by it'],
  ['AWS::ApiGateway', 'customers come in through the load balancer'],
  ['AWS::Backup::', 'backups change nothing and cost nothing'],
  ['AWS::CertificateManager::', 'the certificate is valid'],
  ['AWS::CloudFormation::CustomResource', 'what it makes and changes is not there'],
  ['AWS::CloudFormation::Stack', 'nothing of the nested stack is there'],
  ['AWS::CloudFormation::', 'it changes nothing once the stack stands'],
  ['AWS::CloudFront::', 'nothing is cached: customers come in through the load balancer'],
  ['AWS::CloudTrail::', 'calls are recorded and cost nothing'],
  ['AWS::CloudWatch::', 'alarms and dashboards watch and change nothing'],
  ['AWS::CodeBuild::', 'nothing is built or deployed while the event lasts'],
  ['AWS::CodeDeploy::', 'nothing is built or deployed while the event lasts'],
  ['AWS::CodePipeline::', 'nothing is built or deployed while the event lasts'],
  ['AWS::Cognito::', 'everybody is signed in'],
  ['AWS::DAX::', 'calls go to the table itself'],
  ['AWS::EC2::CustomerGateway', 'there is no other network'],
  ['AWS::EC2::EgressOnlyInternetGateway', 'everybody speaks IPv4'],
  ['AWS::EC2::FlowLog', 'logs are written and cost nothing'],
  ['AWS::EC2::KeyPair', 'nobody signs in with it'],
  ['AWS::EC2::NetworkAcl', 'network ACLs let everything through'],
  ['AWS::EC2::NetworkInterface', 'it is not there, with its addresses and security groups'],
  ['AWS::EC2::PlacementGroup', 'instances go wherever there is room'],
  ['AWS::EC2::PrefixList', 'nobody is in it'],
  ['AWS::EC2::SubnetNetworkAclAssociation', 'network ACLs let everything through'],
  ['AWS::EC2::TransitGateway', 'there is no other network'],
  ['AWS::EC2::VPCCidrBlock', 'everybody speaks IPv4'],
  ['AWS::EC2::VPCPeering', 'there is no other network'],
  ['AWS::EC2::VPN', 'there is no other network'],
  ['AWS::EC2::Volume', 'the disk is never full or slow, and costs nothing'],
  ['AWS::EC2::', 'it changes nothing about who reaches whom, and costs nothing'],
  ['AWS::ECR::', 'images can always be pulled'],
  ['AWS::ECS::TaskSet', 'no task of it runs'],
  ['AWS::ECS::', 'tasks run on Fargate'],
  ['AWS::EFS::', 'the file system answers at once, is never full and costs nothing'],
  ['AWS::EKS::', 'nothing runs on it'],
  ['AWS::ElastiCache::', 'calls of the application do not go through it, and it costs nothing'],
  ['AWS::ElasticLoadBalancing::', 'nobody is sent through it, and it costs nothing'],
  ['AWS::ElasticLoadBalancingV2::ListenerCertificate', 'the certificate is valid'],
  ['AWS::ElasticLoadBalancingV2::', 'it changes nothing about where requests go'],
  ['AWS::Events::', 'nothing is started by it'],
  ['AWS::FIS::', 'faults come from the event alone'],
  ['AWS::GlobalAccelerator::', 'customers come in through the load balancer'],
  ['AWS::IAM::', 'every program may do what it needs'],
  ['AWS::KMS::', 'the key can be used'],
  ['AWS::Kinesis', 'records are taken at once, change nothing and cost nothing'],
  ['AWS::Lambda::EventSourceMapping', 'it takes nothing from its source'],
  ['AWS::Lambda::', 'the function does nothing that customers notice, and costs nothing'],
  ['AWS::Logs::', 'logs are written and cost nothing'],
  ['AWS::RDS::', 'calls of the application do not go there, and it costs nothing'],
  ['AWS::ResourceGroups::', 'it changes nothing'],
  ['AWS::Route53::', 'customers use the load balancer’s own name'],
  ['AWS::S3::', 'the bucket answers at once and never fails'],
  ['AWS::SNS::', 'messages are delivered and change nothing'],
  ['AWS::SQS::QueuePolicy', 'every program may use the queue'],
  ['AWS::SSM::', 'the parameter can be read'],
  ['AWS::Scheduler::', 'nothing is started by it'],
  ['AWS::SecretsManager::', 'the secret can be read'],
  ['AWS::ServiceDiscovery::', 'programs call each other through the load balancer'],
  ['AWS::StepFunctions::', 'nothing is started by it'],
  ['AWS::Synthetics::', 'nobody but customers and health checks sends requests'],
  ['AWS::WAF', 'every request is let through'],
  ['AWS::XRay::', 'traces are written and cost nothing'],
  ['Custom::', 'what it makes and changes is not there'],
];
const otherwise = 'it changes nothing that customers notice, and costs nothing';

/** Ids of scalable targets that belong to a service or a table of the template; indexes of tables do not scale. */
export function scalableTargetsInUse(values: Values): string[] {
  return values.ofType('AWS::ApplicationAutoScaling::ScalableTarget').flatMap(([id, properties]) => {
    const owner = values.reference(properties['ResourceId'], 'AWS::ECS::Service', 'AWS::DynamoDB::Table');
    const dimension = values.text(properties['ScalableDimension']) ?? '';
    return owner === undefined || dimension.startsWith('dynamodb:index') ? [] : [id];
  });
}

/** @param known ids of resources that are acted on although not everything of their type is */
export function listNotModelled(template: Template, known: ReadonlySet<string>): NotModelled[] {
  return Object.entries(template.Resources).flatMap(([id, { Type: type }]) => {
    if (modelled.has(type) || known.has(id)) return [];
    const assumed = assumptions.find(([prefix]) => type.startsWith(prefix))?.[1];
    return [{ id, type, assumed: assumed ?? otherwise }];
  });
}
