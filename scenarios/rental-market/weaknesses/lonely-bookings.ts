import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const lonelyBookings: Weakness = {
  id: 'lonely-bookings',
  title: 'One task takes all bookings',
  failureClass: 'people and process',
  symptom: 'Bookings are slow in the spike, and every stop of the one task is an outage.',
  exposedBy: 'the spike and the last hours of traffic, and anything that stops a task',
  hints: hints(
    'The bus factor of bookings is one.',
    'The bookings service wants exactly one task, and nobody has told it that it may want more.',
    'Set the bookings service to 2 tasks and its scalable target to between 2 and 8.',
  ),
  repair: 'Run at least two booking tasks and let the service scale from 2 to 8.',
  mixin: spoil(({ bookings }) => {
    resourceOf<CfnService>(bookings.service).desiredCount = 1;
    bookings.bounds.minCapacity = 1;
    bookings.bounds.maxCapacity = 1;
  }),
};
