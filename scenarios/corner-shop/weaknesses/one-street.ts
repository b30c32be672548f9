import type { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const oneStreet: Weakness = {
  id: 'one-street',
  title: 'All tills stand in one street',
  failureClass: 'infrastructure and zone loss',
  symptom: 'When the zone is lost, every till is lost, and nothing new can start.',
  exposedBy: 'the experiment street-closed',
  hints: hints(
    'Where is everything? No, where exactly?',
    'The load balancer knows two zones; its targets know one.',
    'Let the Auto Scaling group use both App subnets.',
  ),
  repair: 'Give the Auto Scaling group the App subnets of both zones.',
  mixin: spoil(({ tierProps, tills }) => {
    const first = tierProps.subnets.slice(0, 1).map(({ subnetId }) => subnetId);
    resourceOf<CfnAutoScalingGroup>(tills.group).vpcZoneIdentifier = first;
  }),
};
