import { canonicalJson } from '../core/canonical';
import type { Instance, InstanceShape } from './architecture';
import { tryInstanceType } from './instance-types';
import { groupsOf, nowhere, placesOf, type Network } from './network';
import { list, object, tierTag, type Properties, type Values } from './values';

const launchTemplateType = 'AWS::EC2::LaunchTemplate';

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

/** What an instance is made of, from the properties of one, of launch data, or of both together. */
export function shape(values: Values, data: Properties): InstanceShape {
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

/** What the launch template holds that a specification names. */
export function launchData(values: Values, specification: unknown): Properties {
  const id = values.reference(specification, launchTemplateType);
  return object(values.tryFind(id, launchTemplateType)?.['LaunchTemplateData']);
}

const firstInterface = (data: Properties) => object(list(data['NetworkInterfaces'])[0]);
