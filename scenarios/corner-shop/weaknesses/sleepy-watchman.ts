import type { CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const sleepyWatchman: Weakness = {
  id: 'sleepy-watchman',
  title: 'The watchman looks once a minute',
  failureClass: 'observability',
  symptom: 'When an instance freezes, customers are sent to it for minutes, and every other one waits in vain.',
  exposedBy: 'the experiment till-freezes',
  hints: hints(
    'The load balancer does not know yet what you know already.',
    'How long may an instance be dead before the load balancer believes it?',
    'Check the targets every 10 seconds, and call them unhealthy after 2 failures.',
  ),
  repair: 'Check the target group every 10 seconds with a timeout of 4, unhealthy after 2 failures.',
  mixin: spoil(({ tills }) => {
    const targets = resourceOf<CfnTargetGroup>(tills.targets);
    targets.healthCheckIntervalSeconds = 60;
    targets.healthCheckTimeoutSeconds = 30;
    targets.unhealthyThresholdCount = 5;
  }),
};
