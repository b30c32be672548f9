import type { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { passOver, resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const noRoomToGrow: Weakness = {
  id: 'no-room-to-grow',
  title: 'An Auto Scaling group that cannot scale',
  failureClass: 'capacity and traffic',
  symptom: 'The storefront’s CPU is at its limit and pages get slower, but no instance is added.',
  exposedBy: 'the spike and the last hour of traffic, and zone-outage, when half of the instances are gone',
  hints: hints(
    'The alarm rings, and nothing happens.',
    'A scaling policy can only move between two numbers.',
    'Let the storefront’s Auto Scaling group grow to 8 instances.',
  ),
  repair: 'Give the storefront’s Auto Scaling group a minimum of 2 and a maximum of 8.',
  mixin: spoil(({ storefront }) => {
    resourceOf<CfnAutoScalingGroup>(storefront.group).maxSize = '2';
    // A group under target tracking that cannot change its size.
    passOver(storefront.group, 'E3712');
  }),
};
