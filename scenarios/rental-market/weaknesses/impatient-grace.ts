import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const impatientGrace: Weakness = {
  id: 'impatient-grace',
  title: 'New booking tasks are given five seconds to shine',
  failureClass: 'configuration and access',
  symptom: 'Booking tasks come and go every other minute; none of the new ones ever takes a booking.',
  exposedBy: 'whatever asks for a new task: zone-outage, bookings scaling out, a task that stopped',
  hints: hints(
    'Read the events of the bookings service. It is a thriller.',
    'A task needs half a minute to start, and the service heeds the load balancer’s verdict before that.',
    'Give the bookings service a health check grace period of 60 seconds.',
  ),
  repair: 'Set the health check grace period of the bookings service to 60 seconds or more.',
  mixin: spoil(({ bookings }) => {
    resourceOf<CfnService>(bookings.service).healthCheckGracePeriodSeconds = 5;
  }),
};
