import { canonicalJson } from '../../core/canonical';
import type { Template } from '../../core/scenario';
import { tryInstanceType } from '../../architecture/instance-types';
import { list, object, Values, type Properties } from '../../architecture/values';

/** Why AWS would not take a resource's settings together; undefined when it would. */
type Rule = (read: Read, properties: Properties, id: string) => string | undefined;

interface Read {
  readonly values: Values;
  readonly template: Template;
}

/** The first rule that resources of a template break, of those that were changed. */
export function brokenRule(template: Template, changed: ReadonlySet<string>): string | undefined {
  const read = { template, values: new Values(template) };
  for (const id of changed) {
    const { Type = '', Properties = {} } = template.Resources[id] ?? {};
    for (const rule of rules[Type] ?? []) {
      const broken = rule(read, Properties, id);
      if (broken !== undefined) return broken;
    }
  }
  return undefined;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
const checksEnd: Rule = ({ values }, { HealthCheckIntervalSeconds, HealthCheckTimeoutSeconds }) => {
  const interval = values.number(HealthCheckIntervalSeconds) ?? 30;
  const timeout = values.number(HealthCheckTimeoutSeconds) ?? 5;
  return timeout >= interval
    ? `Health check interval must be greater than the timeout: ${interval} s is not greater than ${timeout} s.`
    : undefined;
};

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html */
const groupBounds: Rule = ({ values }, { MinSize, MaxSize, DesiredCapacity }) => {
  const [min, max, desired] = [values.number(MinSize), values.number(MaxSize), values.number(DesiredCapacity)];
  if (min === undefined || max === undefined) return 'MinSize and MaxSize are required.';
  if (min > max) return `Max bound, ${max}, must be greater than or equal to min bound, ${min}.`;
  if (desired !== undefined && (desired < min || desired > max)) {
    return `Desired capacity: ${desired} must be between the specified min size: ${min} and max size: ${max}.`;
  }
  return undefined;
};

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html */
const maintenance: Rule = ({ values }, { InstanceMaintenancePolicy }) => {
  const policy = object(InstanceMaintenancePolicy);
  const [min, max] = [values.number(policy['MinHealthyPercentage']), values.number(policy['MaxHealthyPercentage'])];
  if (min === undefined && max === undefined) return undefined;
  if (min === undefined || max === undefined)
    return 'Both MinHealthyPercentage and MaxHealthyPercentage must be specified.';
  return max - min > 100
    ? 'The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.'
    : undefined;
};

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
const targetBounds: Rule = ({ values }, { MinCapacity, MaxCapacity }) => {
  const [min, max] = [values.number(MinCapacity), values.number(MaxCapacity)];
  if (min === undefined || max === undefined) return 'MinCapacity and MaxCapacity are required.';
  return min > max ? `Maximum capacity ${max} cannot be less than minimum capacity ${min}.` : undefined;
};

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html and API_DeploymentConfiguration.html of its API */
const deployable: Rule = ({ values }, { DeploymentConfiguration, AvailabilityZoneRebalancing }) => {
  const deployment = object(DeploymentConfiguration);
  const max = values.number(deployment['MaximumPercent']) ?? 200;
  const min = values.number(deployment['MinimumHealthyPercent']) ?? 100;
  if (max <= min) return `maximumPercent (${max}) must be greater than minimumHealthyPercent (${min}).`;
  return max <= 100 && values.text(AvailabilityZoneRebalancing) !== 'DISABLED'
    ? 'Availability Zone rebalancing needs a maximumPercent above 100: raise it, or set AvailabilityZoneRebalancing to DISABLED.'
    : undefined;
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
const tableCapacity: Rule = ({ values }, { BillingMode, ProvisionedThroughput, OnDemandThroughput }) => {
  const units = Object.values(object(ProvisionedThroughput));
  const onDemand = values.text(BillingMode) === 'PAY_PER_REQUEST';
  if (onDemand && units.length > 0) {
    return 'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST.';
  }
  if (!onDemand && units.length < 2) {
    return 'One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED.';
  }
  return !onDemand && OnDemandThroughput !== undefined
    ? 'One or more parameter values were invalid: OnDemandThroughput can only be specified when BillingMode is PAY_PER_REQUEST.'
    : undefined;
};

const gib = 1024;
/** Smallest and largest memory by CPU units, MiB. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const fargateMemory: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '256': [0.5 * gib, 2 * gib],
  '512': [gib, 4 * gib],
  '1024': [2 * gib, 8 * gib],
  '2048': [4 * gib, 16 * gib],
  '4096': [8 * gib, 30 * gib],
  '8192': [16 * gib, 60 * gib],
  '16384': [32 * gib, 120 * gib],
};

const taskSize: Rule = ({ values }, { Cpu, Memory, ContainerDefinitions }) => {
  const memory = values.number(Memory) ?? 0;
  const [least, most] = fargateMemory[values.text(Cpu) ?? ''] ?? [0, 0];
  const odd = memory % gib !== 0 && memory !== 512;
  if (memory < least || memory > most || odd) {
    return `No Fargate configuration exists for given values: ${values.text(Cpu)} CPU, ${memory} memory.`;
  }
  const large = list(ContainerDefinitions)
    .map(object)
    .find((each) => (values.number(each['Memory']) ?? 0) > memory);
  return large === undefined
    ? undefined
    : `Invalid setting for container '${values.text(large['Name'])}': its memory must not be greater than the task's, ${memory} MiB.`;
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
const oneWay: Rule = ({ template, values }, { GatewayId, NatGatewayId, RouteTableId, DestinationCidrBlock }, id) => {
  if ((GatewayId === undefined) === (NatGatewayId === undefined)) {
    return 'A route needs exactly one target: GatewayId or NatGatewayId.';
  }
  const table = values.reference(RouteTableId, 'AWS::EC2::RouteTable');
  const block = values.text(DestinationCidrBlock);
  if (block === undefined) return 'DestinationCidrBlock is required.';
  const twice = new Values(template)
    .ofType('AWS::EC2::Route')
    .some(
      ([other, each]) =>
        other !== id &&
        values.reference(each['RouteTableId'], 'AWS::EC2::RouteTable') === table &&
        values.text(each['DestinationCidrBlock']) === block,
    );
  return twice ? `The route identified by ${block} already exists.` : undefined;
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
const ports: Rule = ({ values }, { FromPort, ToPort }) => {
  const [from, to] = [values.number(FromPort) ?? 0, values.number(ToPort) ?? 65_535];
  return from > to ? `Invalid TCP port range (${from}-${to}).` : undefined;
};

const lowestPriorities: Rule = ({ template, values }, { Priority, ListenerArn }, id) => {
  const listener = 'AWS::ElasticLoadBalancingV2::Listener';
  const taken = new Values(template)
    .ofType('AWS::ElasticLoadBalancingV2::ListenerRule')
    .some(
      ([other, each]) =>
        other !== id &&
        values.number(each['Priority']) === values.number(Priority) &&
        values.reference(each['ListenerArn'], listener) === values.reference(ListenerArn, listener),
    );
  return taken ? `Priority '${values.text(Priority)}' is currently in use.` : undefined;
};

/** Graviton's families have a g behind their number. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html */
const architectureOf = (type: string): string => (/^[a-z]\d+g/.test(type) ? 'arm64' : 'x86_64');

/** What an AMI was made for, as far as the name of its parameter tells. */
const imageArchitecture = (image: unknown): string | undefined => /arm64|x86_64/i.exec(canonicalJson(image))?.[0];

const launchable = (values: Values, data: Properties): string | undefined => {
  const type = values.text(data['InstanceType']);
  if (type === undefined) return 'InstanceType is required.';
  const image = data['ImageId'] === undefined ? undefined : imageArchitecture(data['ImageId']);
  if (image !== undefined && image !== architectureOf(type)) {
    return `The architecture '${architectureOf(type)}' of the specified instance type does not match the architecture '${image}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again.`;
  }
  return data['CreditSpecification'] !== undefined && tryInstanceType(type)?.burst === undefined
    ? `The parameter CreditSpecification is not supported for instance type ${type}: remove it.`
    : undefined;
};

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TargetTrackingConfiguration.html, and alike for Application Auto Scaling */
const tracks =
  (name: string): Rule =>
  ({ values }, properties) => {
    if (properties[name] === undefined) return undefined;
    const tracking = object(properties[name]);
    const metric = object(tracking['PredefinedMetricSpecification'])['PredefinedMetricType'];
    const custom = tracking['CustomizedMetricSpecification'];
    if (metric === undefined && custom === undefined) return 'A target tracking policy needs a metric.';
    return values.number(tracking['TargetValue']) === undefined ? 'TargetValue is required.' : undefined;
  };

const required =
  (...names: readonly string[]): Rule =>
  (_read, properties) => {
    const missing = names.find((name) => properties[name] === undefined);
    return missing === undefined ? undefined : `${missing} is required.`;
  };

const rules: Readonly<Record<string, readonly Rule[]>> = {
  'AWS::ElasticLoadBalancingV2::TargetGroup': [checksEnd],
  'AWS::ElasticLoadBalancingV2::ListenerRule': [required('Priority', 'Conditions', 'Actions'), lowestPriorities],
  'AWS::EC2::Instance': [({ values }, properties) => launchable(values, properties)],
  'AWS::EC2::LaunchTemplate': [({ values }, { LaunchTemplateData }) => launchable(values, object(LaunchTemplateData))],
  'AWS::AutoScaling::ScalingPolicy': [tracks('TargetTrackingConfiguration')],
  'AWS::ApplicationAutoScaling::ScalingPolicy': [tracks('TargetTrackingScalingPolicyConfiguration')],
  'AWS::AutoScaling::AutoScalingGroup': [groupBounds, maintenance, required('VPCZoneIdentifier')],
  'AWS::ApplicationAutoScaling::ScalableTarget': [targetBounds],
  'AWS::ECS::Service': [deployable],
  'AWS::ECS::TaskDefinition': [taskSize],
  'AWS::DynamoDB::Table': [tableCapacity],
  'AWS::EC2::Route': [oneWay],
  'AWS::EC2::SecurityGroupIngress': [ports],
  'AWS::EC2::SecurityGroupEgress': [ports],
};
