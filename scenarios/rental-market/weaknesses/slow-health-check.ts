import type { CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const slowHealthCheck: Weakness = {
  id: 'slow-health-check',
  title: 'A doctor who calls every two minutes',
  failureClass: 'observability',
  symptom:
    'When one catalogue instance freezes, half of the pages and quotes fail for minutes although the other instance is well.',
  exposedBy: 'the experiments catalogue-hang and zone-outage: whoever is lost keeps getting customers',
  hints: hints(
    'The load balancer does not know yet what you know already.',
    'How long may a catalogue instance be dead before the load balancer believes it?',
    'Check the catalogue’s targets every 10 seconds, and call them unhealthy after 2 failures.',
  ),
  repair: 'Check the catalogue’s target group every 10 seconds with a timeout of 4, unhealthy after 2 failures.',
  mixin: spoil(({ catalogue }) => {
    const targets = resourceOf<CfnTargetGroup>(catalogue.targets);
    targets.healthCheckIntervalSeconds = 120;
    targets.healthCheckTimeoutSeconds = 60;
    targets.unhealthyThresholdCount = 5;
  }),
};
