import type { CfnScalingPolicy } from 'aws-cdk-lib/aws-autoscaling';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const sleepyScaling: Weakness = {
  id: 'sleepy-scaling',
  title: 'Scaling that waits until it hurts',
  failureClass: 'capacity and traffic',
  symptom: 'Pages are slow for minutes in every rush; help is ordered late and one instance at a time.',
  exposedBy: 'the spike and the last hour of traffic, and zone-outage, when those that are left have too much to do',
  hints: hints(
    'Everybody queues, and the group still finds that it is not busy.',
    'At what CPU does the storefront’s scaling policy think of growing?',
    'Let the storefront’s target tracking hold 50 % of CPU with a warm-up of 90 seconds.',
  ),
  repair: 'Set the storefront’s target tracking to 50 % of CPU and its estimated warm-up to 90 seconds.',
  mixin: spoil(({ storefront }) => {
    const policy = resourceOf<CfnScalingPolicy>(storefront.scaling);
    policy.estimatedInstanceWarmup = 600;
    policy.addPropertyOverride('TargetTrackingConfiguration.TargetValue', 90);
  }),
};
