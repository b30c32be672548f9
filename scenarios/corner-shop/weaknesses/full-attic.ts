import type { CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const fullAttic: Weakness = {
  id: 'full-attic',
  title: 'Every till has an attic',
  failureClass: 'people and process',
  symptom: 'Customers notice nothing at all. The bill does, with every instance that is added.',
  exposedBy: 'time: what nobody uses is paid for round after round',
  hints: hints(
    'What do you pay for, apart from instances?',
    'Each instance has far more disk than its program has bytes.',
    'Give the launch template a root volume of 8 GiB and refresh the instances.',
  ),
  repair:
    'Take the 800 GiB volume out of the launch template, so that instances get the 8 GiB of their image, and refresh them.',
  mixin: spoil(({ tills }) => {
    const attic = [{ DeviceName: '/dev/xvda', Ebs: { VolumeType: 'gp3', VolumeSize: 800 } }];
    resourceOf<CfnLaunchTemplate>(tills.launchTemplate).addPropertyOverride(
      'LaunchTemplateData.BlockDeviceMappings',
      attic,
    );
  }),
};
