import type { CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { hints, marketMixin, resourceOf } from './market-mixin';

export const singleCatalogue: Weakness = {
  id: 'single-catalogue',
  title: 'One catalogue instance carries the whole shop',
  failureClass: 'infrastructure and zone loss',
  symptom: 'When one instance stops, pages and quotes answer 502 or 503 until it is back.',
  exposedBy: 'the experiment catalogue-stop, and zone-outage in the first zone',
  hints: hints(
    'How many of each thing do you have?',
    'The catalogue’s target group is rather short.',
    'Start a second catalogue instance in the other zone and register it in the catalogue’s target group.',
  ),
  repair: 'Run a second catalogue instance in the second zone and register both in the target group.',
  mixin: marketMixin(({ catalogue }) => {
    catalogue.node.tryRemoveChild(catalogue.second.node.id);
    const targets = resourceOf<CfnTargetGroup>(catalogue.targets);
    targets.targets = [{ id: catalogue.first.instanceId }];
  }),
};
