import type { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import type { ISubnet } from 'aws-cdk-lib/aws-ec2';
import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const oneZone: Weakness = {
  id: 'one-zone',
  title: 'All eggs in one zone',
  failureClass: 'infrastructure and zone loss',
  symptom: 'When a zone fails, every page and every booking fails with it, and nothing new can start.',
  exposedBy: 'the experiment zone-outage in the first zone',
  hints: hints(
    'Where is everything? No, where exactly?',
    'The load balancer knows two zones; its targets know one.',
    'Let the storefront’s Auto Scaling group and the bookings service use the subnets of both zones.',
  ),
  repair: 'Give the storefront’s Auto Scaling group and the bookings service both subnets.',
  mixin: spoil(({ tierProps, storefront, bookings }) => {
    const first = (subnets: readonly ISubnet[]) => subnets.slice(0, 1).map(({ subnetId }) => subnetId);
    resourceOf<CfnAutoScalingGroup>(storefront.group).vpcZoneIdentifier = first(tierProps.subnets);
    resourceOf<CfnService>(bookings.service).addPropertyOverride(
      'NetworkConfiguration.AwsvpcConfiguration.Subnets',
      first(bookings.subnets),
    );
  }),
};
