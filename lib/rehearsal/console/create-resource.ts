import type { Creation } from '../../core/records/records';
import type { Template, TemplateResource } from '../../core/scenario';
import { list, object, Values } from '../../architecture/values';
import { tryResource, withResource, refuse, type Decision } from './change-settings';

/** What a console makes with one click of a resource of these types. Everything of it can be changed afterwards. */
interface Recipe {
  readonly of: readonly string[];
  /** @param id of the first of them @returns the resources, or why there can be none */
  readonly make: (template: Template, of: string, id: string) => Readonly<Record<string, TemplateResource>> | string;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-more-like-this.html */
const launchMoreLikeThis: Recipe = {
  of: ['AWS::EC2::Instance'],
  make: ({ Resources }, of, id) => {
    const { [of]: like } = Resources;
    const there = Object.values(Resources).filter(({ Type }) => Type === like?.Type).length;
    if (there >= mostInstances) {
      return `You have requested more instances (${there + 1}) than your current instance limit of ${mostInstances} allows.`;
    }
    return like === undefined ? {} : { [id]: like };
  },
};

const tracking = (metric: string) => ({
  PredefinedMetricSpecification: { PredefinedMetricType: metric },
  TargetValue: 50,
});

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html */
const targetTracking: Recipe = {
  of: ['AWS::AutoScaling::AutoScalingGroup', 'AWS::ECS::Service'],
  make: (template, of, id) =>
    template.Resources[of]?.Type === 'AWS::ECS::Service'
      ? serviceTracking(template, of, id)
      : {
          [id]: {
            Type: 'AWS::AutoScaling::ScalingPolicy',
            Properties: {
              AutoScalingGroupName: { Ref: of },
              PolicyType: 'TargetTrackingScaling',
              TargetTrackingConfiguration: tracking('ASGAverageCPUUtilization'),
            },
          },
        },
};

function serviceTracking(template: Template, service: string, id: string): Readonly<Record<string, TemplateResource>> {
  const type = 'AWS::ApplicationAutoScaling::ScalableTarget';
  const values = new Values(template);
  const [there] =
    values.ofType(type).find(([, { ResourceId }]) => values.reference(ResourceId, 'AWS::ECS::Service') === service) ??
    [];
  const target = there ?? `${id}Target`;
  const policy: TemplateResource = {
    Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    Properties: {
      PolicyName: id,
      PolicyType: 'TargetTrackingScaling',
      ScalingTargetId: { Ref: target },
      TargetTrackingScalingPolicyConfiguration: tracking('ECSServiceAverageCPUUtilization'),
    },
  };
  if (there !== undefined) return { [id]: policy };
  const ResourceId = { 'Fn::Join': ['', ['service/', { 'Fn::GetAtt': [service, 'Name'] }]] };
  const scope = { ScalableDimension: 'ecs:service:DesiredCount', ServiceNamespace: 'ecs' };
  return {
    [id]: policy,
    [target]: { Type: type, Properties: { MinCapacity: 1, MaxCapacity: 4, ResourceId, ...scope } },
  };
}

/** As AWS recommends for reboots. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html */
const rebootAlarm: Recipe = {
  of: ['AWS::EC2::Instance'],
  make: (_template, of, id) => ({
    [id]: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        AlarmDescription: 'Reboots the instance when its status check fails',
        AlarmActions: [{ 'Fn::Sub': 'arn:${AWS::Partition}:automate:${AWS::Region}:ec2:reboot' }],
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Dimensions: [{ Name: 'InstanceId', Value: { Ref: of } }],
        EvaluationPeriods: 3,
        MetricName: 'StatusCheckFailed_Instance',
        Namespace: 'AWS/EC2',
        Period: 60,
        Statistic: 'Maximum',
        Threshold: 1,
      },
    },
  }),
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html */
const natGateway: Recipe = {
  of: ['AWS::EC2::Subnet'],
  make: (_template, of, id) => ({
    [id]: {
      Type: 'AWS::EC2::NatGateway',
      Properties: { SubnetId: { Ref: of }, AllocationId: { 'Fn::GetAtt': [`${id}Address`, 'AllocationId'] } },
    },
    [`${id}Address`]: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } },
  }),
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html */
const defaultRoute: Recipe = {
  of: ['AWS::EC2::RouteTable'],
  make: (template, of, id) => {
    const values = new Values(template);
    const [gateway] = values.ofType('AWS::EC2::InternetGateway');
    if (gateway === undefined) return 'There is no internet gateway to route to.';
    const taken = values
      .ofType('AWS::EC2::Route')
      .some(
        ([, route]) =>
          values.reference(route['RouteTableId'], 'AWS::EC2::RouteTable') === of &&
          values.text(route['DestinationCidrBlock']) === '0.0.0.0/0',
      );
    if (taken) return 'The route identified by 0.0.0.0/0 already exists.';
    const Properties = { RouteTableId: { Ref: of }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: gateway[0] } };
    return { [id]: { Type: 'AWS::EC2::Route', Properties } };
  },
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/working-with-security-group-rules.html */
const ingress: Recipe = {
  of: ['AWS::EC2::SecurityGroup'],
  make: (_template, of, id) => ({
    [id]: {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: {
        GroupId: { 'Fn::GetAtt': [of, 'GroupId'] },
        CidrIp: '0.0.0.0/0',
        IpProtocol: 'tcp',
        FromPort: 80,
        ToPort: 80,
      },
    },
  }),
};

const recipes: Readonly<Record<Creation, Recipe>> = {
  instance: launchMoreLikeThis,
  'target-tracking': targetTracking,
  'reboot-alarm': rebootAlarm,
  'nat-gateway': natGateway,
  route: defaultRoute,
  ingress,
};

/** What can be made of a resource of a type. */
export const creationsOf = (type: string): Creation[] =>
  (Object.keys(recipes) as Creation[]).filter((creation) => recipes[creation].of.includes(type));

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostResources = 500;
/** Single instances; an account's quota counts their vCPUs. More would only keep the arena busy. */
const mostInstances = 20;

/** @param id of the new resource, see {@link newId} */
export function createResource(template: Template, creation: Creation, of: string, id: string): Decision {
  const { Type } = tryResource(template, of) ?? {};
  if (Type === undefined) return refuse(`Resource ${of} does not exist.`);
  if (!creationsOf(Type).includes(creation)) return refuse(`This cannot be made of ${Type}.`);
  const made = recipes[creation].make(template, of, id);
  if (typeof made === 'string') return refuse(made);
  if (Object.keys(template.Resources).length >= mostResources) {
    return refuse(`Template format error: number of resources is greater than maximum allowed, ${mostResources}.`);
  }
  const all = Object.entries(made).reduce(
    (changed, [each, resource]) => withResource(changed, each, resource),
    template,
  );
  return { ok: true, template: all };
}

/** A logical id that the template has not. */
export function newId(template: Template, creation: Creation): string {
  const name = creation.replaceAll(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase());
  const taken = list(Object.keys(object(template.Resources)));
  for (let number = 1; ; number += 1) {
    const id = `Console${name}${number}`;
    if (!taken.includes(id)) return id;
  }
}
