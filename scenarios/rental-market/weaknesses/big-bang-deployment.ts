import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const bigBangDeployment: Weakness = {
  id: 'big-bang-deployment',
  title: 'Bookings are deployed all at once, with eyes closed',
  failureClass: 'change and deployment',
  symptom:
    'During a deployment of bookings every task goes, and when the new ones do not come up there are none at all.',
  exposedBy: 'the experiment bookings-bad-deployment',
  hints: hints(
    'New is not always better. Who would notice?',
    'How many of the bookings tasks must be healthy while they are being replaced?',
    'Let the bookings service keep 100 % healthy (at most 200 %), with the circuit breaker and its rollback on.',
  ),
  repair:
    'Set the bookings service’s minimum healthy percent to 100, its maximum to 200, and enable the circuit breaker with rollback.',
  mixin: spoil(({ bookings }) => {
    const service = resourceOf<CfnService>(bookings.service);
    service.addPropertyOverride('DeploymentConfiguration.MinimumHealthyPercent', 0);
    service.addPropertyOverride('DeploymentConfiguration.MaximumPercent', 100);
    // On by default, which ECS does not allow without room for more tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
    service.availabilityZoneRebalancing = 'DISABLED';
    service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: false, Rollback: false });
  }),
};
