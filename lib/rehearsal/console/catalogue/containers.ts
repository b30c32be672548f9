import { choice, fixed, flag, fraction, number, references, type ResourceKinds } from '../setting-kind';

const scaling = 'TargetTrackingScalingPolicyConfiguration';
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const fargateCpu = ['256', '512', '1024', '2048', '4096', '8192', '16384'];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html */
export const containers: ResourceKinds = {
  'AWS::ECS::Service': {
    service: 'ECS',
    renewal: 'redeploy',
    settings: {
      TaskDefinition: fixed('AWS::ECS::TaskDefinition'),
      DesiredCount: number(0, 100, '1'),
      'DeploymentConfiguration/MinimumHealthyPercent': number(0, 100, '100'),
      'DeploymentConfiguration/MaximumPercent': number(100, 200, '200'),
      'DeploymentConfiguration/DeploymentCircuitBreaker/Enable': flag('false'),
      'DeploymentConfiguration/DeploymentCircuitBreaker/Rollback': flag('false'),
      AvailabilityZoneRebalancing: choice(['ENABLED', 'DISABLED'], 'ENABLED'),
      HealthCheckGracePeriodSeconds: number(0, 86_400, '0'),
      'NetworkConfiguration/AwsvpcConfiguration/Subnets': references('AWS::EC2::Subnet', 1),
      'NetworkConfiguration/AwsvpcConfiguration/SecurityGroups': references('AWS::EC2::SecurityGroup', 1, 'group-id'),
      'NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp': choice(['ENABLED', 'DISABLED'], 'DISABLED'),
    },
  },
  'AWS::ECS::TaskDefinition': {
    service: 'ECS',
    settings: {
      Cpu: choice(fargateCpu),
      Memory: number(512, 122_880),
      'ContainerDefinitions/*/Name': fixed(),
      'ContainerDefinitions/*/Cpu': number(0, 16_384, 'what the task has'),
      'ContainerDefinitions/*/Memory': number(6, 122_880, 'what the task has'),
      'ContainerDefinitions/*/MemoryReservation': number(6, 122_880, 'none'),
    },
  },
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApplicationAutoScaling.html */
export const applicationScaling: ResourceKinds = {
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    service: 'Application Auto Scaling',
    settings: {
      ResourceId: fixed('AWS::ECS::Service', 'AWS::DynamoDB::Table'),
      MinCapacity: number(0, 40_000),
      MaxCapacity: number(0, 40_000),
    },
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    service: 'Application Auto Scaling',
    deletable: true,
    settings: {
      ScalingTargetId: fixed('AWS::ApplicationAutoScaling::ScalableTarget'),
      [`${scaling}/PredefinedMetricSpecification/PredefinedMetricType`]: choice([
        'ECSServiceAverageCPUUtilization',
        'ECSServiceAverageMemoryUtilization',
        'DynamoDBReadCapacityUtilization',
        'DynamoDBWriteCapacityUtilization',
      ]),
      [`${scaling}/TargetValue`]: fraction(0.1, 1_000_000),
      [`${scaling}/ScaleOutCooldown`]: number(0, 3600, '300'),
      [`${scaling}/ScaleInCooldown`]: number(0, 3600, '300'),
      [`${scaling}/DisableScaleIn`]: flag('false'),
    },
  },
};
