import type { CfnRoute } from 'aws-cdk-lib/aws-ec2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const deadEndRoad: Weakness = {
  id: 'dead-end-road',
  title: 'In the second zone all roads lead to the old office',
  failureClass: 'configuration and access',
  symptom: 'Booking tasks that are started in the second zone never run: their image cannot be pulled. Old ones go on.',
  exposedBy: 'bookings scaling out, and above all zone-outage in the first zone',
  hints: hints(
    'Those that are there have always been there. Has anybody new arrived lately?',
    'Compare the route tables of the two subnets that booking tasks live in.',
    'Route 0.0.0.0/0 of the second Tasks subnet to the internet gateway.',
  ),
  repair: 'Give the route table of the second Tasks subnet a default route to the internet gateway.',
  mixin: spoil(({ bookings }) => {
    const route = bookings.subnets[1]?.node.findChild('DefaultRoute') as CfnRoute;
    // A block for documentation, which nobody on the internet has: https://www.rfc-editor.org/rfc/rfc5737
    route.destinationCidrBlock = '203.0.113.0/24';
  }),
};
