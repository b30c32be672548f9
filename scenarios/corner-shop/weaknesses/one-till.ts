import type { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { passOver, resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const oneTill: Weakness = {
  id: 'one-till',
  title: 'One till must be enough',
  failureClass: 'capacity and traffic',
  symptom: 'The CPU is at its limit and everything gets slower, but no instance is added.',
  exposedBy: 'the spike, and the traffic of the last half hour',
  hints: hints(
    'The alarm rings, and nothing happens.',
    'A scaling policy can only move between two numbers.',
    'Let the Auto Scaling group hold 2 to 8 instances.',
  ),
  repair: 'Give the Auto Scaling group a minimum of 2 and a maximum of 8.',
  mixin: spoil(({ tills }) => {
    const group = resourceOf<CfnAutoScalingGroup>(tills.group);
    group.minSize = '1';
    group.maxSize = '1';
    // A group under target tracking that cannot change its size.
    passOver(tills.group, 'E3712');
  }),
};
