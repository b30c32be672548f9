import { canonicalJson } from '../core/canonical';
import type { Instance, InstanceShape, ScalingGroup, Service, Table } from './architecture';
import { tryInstanceType } from './instance-types';
import { groupsOf, nowhere, placesOf, type Network, type Place } from './network';
import { targetGroupType } from './read-balancing';
import { groupPolicies, serviceScaling } from './read-scaling';
import { isObject, list, object, tierTag, type Properties, type Values } from './values';

const launchTemplateType = 'AWS::EC2::LaunchTemplate';
const launchConfigurationType = 'AWS::AutoScaling::LaunchConfiguration';

export function readInstances(values: Values, network: Network): Instance[] {
  return values.ofType('AWS::EC2::Instance').map(([id, properties]) => {
    const template = launchData(values, properties['LaunchTemplate']);
    const own = placesOf(values, network, [properties['SubnetId'] ?? firstInterface(properties)['SubnetId']]);
    return {
      id,
      tier: tierTag(properties['Tags']),
      shape: shape(values, { ...template, ...properties }),
      place: own[0] ?? nowhere,
    };
  });
}

export function readScalingGroups(values: Values, network: Network): ScalingGroup[] {
  return values.ofType('AWS::AutoScaling::AutoScalingGroup').map(([id, properties]) => {
    const min = values.number(properties['MinSize']) ?? 0;
    const mixed = object(object(properties['MixedInstancesPolicy'])['LaunchTemplate']);
    const data = {
      ...launchData(values, properties['LaunchTemplate'] ?? mixed['LaunchTemplateSpecification']),
      ...values.tryFind(
        values.reference(properties['LaunchConfigurationName'], launchConfigurationType),
        launchConfigurationType,
      ),
    };
    const checks = `${values.text(properties['HealthCheckType']) ?? 'EC2'}`;
    return {
      id,
      tier: tierTag(properties['Tags']) ?? launchTier(data),
      shape: shape(values, data),
      places: orNowhere(placesOf(values, network, properties['VPCZoneIdentifier'])),
      min,
      max: Math.max(min, values.number(properties['MaxSize']) ?? min),
      desired: values.number(properties['DesiredCapacity']),
      targetGroups: values.references(properties['TargetGroupARNs'], targetGroupType),
      healthCheck: checks.includes('ELB') ? 'ELB' : 'EC2',
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html
      graceSeconds: values.number(properties['HealthCheckGracePeriod']) ?? 0,
      warmupSeconds: values.number(properties['DefaultInstanceWarmup']) ?? 0,
      policies: groupPolicies(values, id),
    };
  });
}

export function readServices(values: Values, network: Network): Service[] {
  return values.ofType('AWS::ECS::Service').map(([id, properties]) => {
    const task = object(
      values.tryFind(
        values.reference(properties['TaskDefinition'], 'AWS::ECS::TaskDefinition'),
        'AWS::ECS::TaskDefinition',
      ),
    );
    const vpc = object(object(properties['NetworkConfiguration'])['AwsvpcConfiguration']);
    const deployment = object(properties['DeploymentConfiguration']);
    const balancers = list(properties['LoadBalancers']).map(object);
    const { bounds, policies } = serviceScaling(values, id);
    const { Tags: _tags, Cpu: _cpu, Memory: _memory, ...software } = task;
    return {
      id,
      tier: tierTag(properties['Tags']) ?? tierTag(task['Tags']) ?? containerTier(task),
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
      vcpu: (values.number(task['Cpu']) ?? 256) / 1024,
      memoryMib: Math.min(values.number(task['Memory']) ?? 512, containerLimit(values, task, balancers[0])),
      software: canonicalJson(software),
      places: orNowhere(placesOf(values, network, vpc['Subnets'])),
      publicAddress: values.text(vpc['AssignPublicIp']) === 'ENABLED',
      securityGroups: groupsOf(values, vpc['SecurityGroups']),
      desired: values.number(properties['DesiredCount']) ?? 1,
      bounds,
      targetGroups: balancers.flatMap((each) => values.reference(each['TargetGroupArn'], targetGroupType) ?? []),
      port: values.number(balancers[0]?.['ContainerPort']),
      graceSeconds: values.number(properties['HealthCheckGracePeriodSeconds']) ?? 0,
      minHealthyPercent: values.number(deployment['MinimumHealthyPercent']) ?? 100,
      maxPercent: values.number(deployment['MaximumPercent']) ?? 200,
      policies,
    };
  });
}

/** Hard memory limit of the container that takes the requests, MiB: a container that goes over it is killed, however large its task. */
function containerLimit(values: Values, task: Properties, balancer: Properties | undefined): number {
  const name = values.text(balancer?.['ContainerName']);
  const container = list(task['ContainerDefinitions'])
    .map(object)
    .find((each) => values.text(each['Name']) === name);
  return values.number(container?.['Memory']) ?? Infinity;
}

export function readTables(values: Values): Table[] {
  const single = values.ofType('AWS::DynamoDB::Table').map(([id, properties]): Table => {
    const throughput = object(properties['ProvisionedThroughput']);
    const units = (key: string) => values.number(throughput[`${key}CapacityUnits`]) ?? 5;
    return {
      id,
      tier: tierTag(properties['Tags']),
      provisioned: onDemand(values, properties) ? undefined : { readUnits: units('Read'), writeUnits: units('Write') },
    };
  });
  const global = values.ofType('AWS::DynamoDB::GlobalTable').map(([id, properties]): Table => {
    const replica = object(list(properties['Replicas'])[0]);
    const read = object(replica['ReadProvisionedThroughputSettings']);
    const write = object(properties['WriteProvisionedThroughputSettings']);
    const units = (settings: Properties, key: string) =>
      values.number(settings[key]) ??
      values.number(object(settings[key.replace('Units', 'AutoScalingSettings')])['MinCapacity']) ??
      5;
    return {
      id,
      tier: tierTag(replica['Tags']) ?? tierTag(properties['Tags']),
      provisioned: onDemand(values, properties)
        ? undefined
        : { readUnits: units(read, 'ReadCapacityUnits'), writeUnits: units(write, 'WriteCapacityUnits') },
    };
  });
  return [...single, ...global];
}

/** A table is provisioned unless it says otherwise: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
const onDemand = (values: Values, table: Properties) => values.text(table['BillingMode']) === 'PAY_PER_REQUEST';

function shape(values: Values, data: Properties): InstanceShape {
  const type = values.text(data['InstanceType']) ?? 'm1.small';
  const credits = object(data['CreditSpecification']);
  const stated = values.text(credits['CPUCredits'] ?? credits['CpuCredits']);
  const nic = firstInterface(data);
  const disk = object(object(list(data['BlockDeviceMappings'])[0])['Ebs']);
  return {
    type,
    credits:
      stated === 'standard' || stated === 'unlimited'
        ? stated
        : tryInstanceType(type)?.burst?.unlimitedByDefault === false
          ? 'standard'
          : 'unlimited',
    securityGroups: groupsOf(
      values,
      data['SecurityGroupIds'] ?? data['SecurityGroups'] ?? nic['Groups'] ?? nic['GroupSet'],
    ),
    publicAddress: values.flag(data['AssociatePublicIpAddress'] ?? nic['AssociatePublicIpAddress']),
    // The root volume of Amazon Linux 2023 is 8 GiB of gp3.
    volume: { type: values.text(disk['VolumeType']) ?? 'gp3', gib: values.number(disk['VolumeSize']) ?? 8 },
    // On unless a launch template says otherwise. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-recover.html
    recovers: values.text(object(data['MaintenanceOptions'])['AutoRecovery']) !== 'disabled',
    software: canonicalJson([data['ImageId'], data['UserData']]),
  };
}

function launchData(values: Values, specification: unknown): Properties {
  const id = values.reference(specification, launchTemplateType);
  return object(values.tryFind(id, launchTemplateType)?.['LaunchTemplateData']);
}

function launchTier(data: Properties): string | undefined {
  const tags = list(data['TagSpecifications']).map(object);
  return tierTag(tags.find((each) => each['ResourceType'] === 'instance')?.['Tags']);
}

function containerTier(task: Properties): string | undefined {
  const settings = list(task['ContainerDefinitions']).flatMap((each) => list(object(each)['Environment']));
  const tier = settings.find((each) => isObject(each) && each['Name'] === 'gameday:tier');
  const value = object(tier)['Value'];
  return typeof value === 'string' ? value : undefined;
}

const firstInterface = (data: Properties) => object(list(data['NetworkInterfaces'])[0]);
const orNowhere = (places: Place[]): readonly Place[] => (places.length > 0 ? places : [nowhere]);
