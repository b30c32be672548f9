import {
  choice,
  fixed,
  flag,
  fraction,
  number,
  reference,
  references,
  type ResourceKinds,
  type SettingKind,
} from '../setting-kind';

const group = 'AWS::EC2::SecurityGroup';
const subnet = 'AWS::EC2::Subnet';
const credits = choice(['standard', 'unlimited'], 'unlimited for T3, T3a and T4g');
const disk: Readonly<Record<string, SettingKind>> = {
  'BlockDeviceMappings/*/Ebs/VolumeType': choice(['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard']),
  'BlockDeviceMappings/*/Ebs/VolumeSize': number(1, 16_384),
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_EC2.html */
export const instances: ResourceKinds = {
  'AWS::EC2::Instance': {
    service: 'EC2',
    deletable: true,
    renewal: 'replace',
    settings: {
      InstanceType: { kind: 'instance-type' },
      'CreditSpecification/CPUCredits': credits,
      SubnetId: reference(subnet),
      SecurityGroupIds: references(group, 1, 'group-id'),
      'NetworkInterfaces/*/SubnetId': reference(subnet),
      'NetworkInterfaces/*/GroupSet': references(group, 1, 'group-id'),
      'NetworkInterfaces/*/AssociatePublicIpAddress': flag('as the subnet says'),
      ...disk,
    },
  },
  'AWS::EC2::LaunchTemplate': {
    service: 'EC2',
    settings: {
      'LaunchTemplateData/InstanceType': { kind: 'instance-type' },
      'LaunchTemplateData/CreditSpecification/CpuCredits': credits,
      'LaunchTemplateData/SecurityGroupIds': references(group, 1, 'group-id'),
      'LaunchTemplateData/NetworkInterfaces/*/Groups': references(group, 1, 'group-id'),
      'LaunchTemplateData/NetworkInterfaces/*/AssociatePublicIpAddress': flag('as the subnet says'),
      ...Object.fromEntries(Object.entries(disk).map(([path, kind]) => [`LaunchTemplateData/${path}`, kind])),
    },
  },
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_AutoScaling.html */
export const scalingGroups: ResourceKinds = {
  'AWS::AutoScaling::AutoScalingGroup': {
    service: 'Auto Scaling',
    renewal: 'redeploy',
    settings: {
      MinSize: number(0, 100),
      MaxSize: number(0, 100),
      DesiredCapacity: number(0, 100, 'what it has'),
      VPCZoneIdentifier: references(subnet, 1),
      LaunchTemplate: fixed('AWS::EC2::LaunchTemplate'),
      TargetGroupARNs: references('AWS::ElasticLoadBalancingV2::TargetGroup', 0),
      HealthCheckType: choice(['EC2', 'ELB'], 'EC2'),
      HealthCheckGracePeriod: number(0, 7200, '0'),
      DefaultInstanceWarmup: number(0, 3600, 'none'),
      Cooldown: number(0, 3600, '300'),
      'InstanceMaintenancePolicy/MinHealthyPercentage': number(0, 100, 'none'),
      'InstanceMaintenancePolicy/MaxHealthyPercentage': number(100, 200, 'none'),
    },
  },
  'AWS::AutoScaling::ScalingPolicy': {
    service: 'Auto Scaling',
    deletable: true,
    settings: {
      AutoScalingGroupName: fixed('AWS::AutoScaling::AutoScalingGroup'),
      PolicyType: fixed(),
      EstimatedInstanceWarmup: number(0, 3600, 'the group’s warm-up'),
      'TargetTrackingConfiguration/PredefinedMetricSpecification/PredefinedMetricType': choice([
        'ASGAverageCPUUtilization',
        'ALBRequestCountPerTarget',
      ]),
      'TargetTrackingConfiguration/TargetValue': fraction(0.1, 1_000_000),
      'TargetTrackingConfiguration/DisableScaleIn': flag('false'),
    },
  },
};
