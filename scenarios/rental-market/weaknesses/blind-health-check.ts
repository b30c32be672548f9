import type { CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const blindHealthCheck: Weakness = {
  id: 'blind-health-check',
  title: 'The storefront’s health check looks at a file',
  failureClass: 'observability',
  symptom: 'Pages time out on some or all instances while every target is reported healthy.',
  exposedBy: 'time and traffic: the storefront leaks memory with each page until it hangs',
  hints: hints(
    'Everything is green. Do you believe it?',
    'What exactly does the load balancer ask a storefront to find out whether it is well?',
    'Let the storefront’s target group check /health instead of /static/ok.',
  ),
  repair: 'Point the health check of the storefront’s target group at /health, which fails when the process hangs.',
  mixin: spoil(({ storefront }) => {
    resourceOf<CfnTargetGroup>(storefront.targets).healthCheckPath = '/static/ok';
  }),
};
