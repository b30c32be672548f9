import type { CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const singleCatalogue: Weakness = {
  id: 'single-catalogue',
  title: 'One catalogue instance carries the whole shop',
  failureClass: 'infrastructure and zone loss',
  symptom: 'When one instance stops, pages and quotes answer 502 or 503 until it is back.',
  exposedBy: 'the experiment catalogue-stop, and zone-outage in the first zone',
  hints: hints(
    'How many of each thing do you have? And how many of them do customers ever meet?',
    'The catalogue’s target group is rather short.',
    'Register the second catalogue instance, which is up and bored, in the catalogue’s target group.',
  ),
  repair: 'Register both catalogue instances in the catalogue’s target group.',
  mixin: spoil(({ catalogue }) => {
    resourceOf<CfnTargetGroup>(catalogue.targets).targets = [{ id: catalogue.first.instanceId }];
  }),
};
