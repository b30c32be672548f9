import type { CfnRoute } from 'aws-cdk-lib/aws-ec2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const deadEndRoad: Weakness = {
  id: 'dead-end-road',
  title: 'In the second zone all roads lead to the old office',
  failureClass: 'configuration and access',
  symptom:
    'Whatever is started in the second zone never comes up: tasks cannot pull their image, instances cannot install anything.',
  exposedBy: 'scaling out, and above all zone-outage in the first zone',
  hints: hints(
    'Those that are there have always been there. Has anybody new arrived lately?',
    'Compare the route tables of the two subnets that servers live in.',
    'Route 0.0.0.0/0 of the second App subnet to the internet gateway.',
  ),
  repair: 'Give the route table of the second App subnet a default route to the internet gateway.',
  mixin: spoil(({ subnets }) => {
    const route = subnets[1]?.node.findChild('DefaultRoute') as CfnRoute;
    // A block for documentation, which nobody on the internet has: https://www.rfc-editor.org/rfc/rfc5737
    route.destinationCidrBlock = '203.0.113.0/24';
  }),
};
