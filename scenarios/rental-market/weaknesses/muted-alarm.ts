import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const mutedAlarm: Weakness = {
  id: 'muted-alarm',
  title: 'The alarm that woke people up is muted',
  failureClass: 'observability',
  symptom:
    'A catalogue instance answers nothing and fails its status check for an hour; its alarm is red, and nothing follows.',
  exposedBy: 'the experiment catalogue-hang, all the more when the other instance is lost meanwhile',
  hints: hints(
    'Somebody wanted to sleep through the night.',
    'There is an alarm for the status check of each catalogue instance. What does it do when it is red?',
    'Switch on the actions of both catalogue alarms, so that a frozen instance is rebooted.',
  ),
  repair:
    'Enable the actions of the alarms on the catalogue’s status checks; they reboot a frozen instance after three minutes.',
  mixin: spoil(({ catalogue }) => {
    for (const alarm of catalogue.alarms) resourceOf<CfnAlarm>(alarm).actionsEnabled = false;
  }),
};
