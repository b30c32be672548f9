import type { CfnInstance } from 'aws-cdk-lib/aws-ec2';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const spentCredits: Weakness = {
  id: 'spent-credits',
  title: 'The catalogue lives on borrowed CPU',
  failureClass: 'capacity and traffic',
  symptom: 'Well into the day the catalogue becomes many times slower, though its CPU seems far from busy.',
  exposedBy: 'hours of growing traffic, until CPU credits run out; and zone-outage, when it is left alone',
  hints: hints(
    'It worked all morning. What has been used up?',
    'Look at CPUCreditBalance of the second catalogue instance.',
    'Make the second catalogue instance a t4g.small with unlimited credits.',
  ),
  repair: 'Move the second catalogue instance to t4g.small and set its CPU credits to unlimited.',
  mixin: spoil(({ catalogue }) => {
    const instance = resourceOf<CfnInstance>(catalogue.second);
    instance.instanceType = 't4g.nano';
    instance.creditSpecification = { cpuCredits: 'standard' };
  }),
};
