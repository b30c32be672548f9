import type { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const impatientGrace: Weakness = {
  id: 'impatient-grace',
  title: 'New instances are given ten seconds to shine',
  failureClass: 'configuration and access',
  symptom: 'Storefront instances come and go every other minute; none of the new ones ever serves a page.',
  exposedBy: 'whatever asks for a new storefront instance: the spike, the last hours, zone-outage, a full memory',
  hints: hints(
    'Read the activity history of the storefront’s group. It is a thriller.',
    'An instance needs a minute to install its program, and the group looks at the load balancer’s verdict before that.',
    'Give the storefront’s Auto Scaling group a health check grace period of 120 seconds.',
  ),
  repair: 'Set the health check grace period of the storefront’s Auto Scaling group to 120 seconds or more.',
  mixin: spoil(({ storefront }) => {
    resourceOf<CfnAutoScalingGroup>(storefront.group).healthCheckGracePeriod = 10;
  }),
};
