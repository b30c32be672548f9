import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const lightsLeftOn: Weakness = {
  id: 'lights-left-on',
  title: 'Somebody left the lights on',
  failureClass: 'people and process',
  symptom: 'Customers notice nothing at all. The bill does.',
  exposedBy: 'time: what nobody uses is paid for round after round',
  hints: hints(
    'Ask of everything you find: who would miss it?',
    'There is a machine that no target group knows, and a gateway that no route leads to.',
    'Terminate the Reporting instance, delete the NAT gateway and release its address.',
  ),
  repair: 'Terminate the idle Reporting instance, delete the unused NAT gateway and release its Elastic IP address.',
  mixin: spoil((market) => market.forget()),
};
