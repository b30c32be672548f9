import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const nobodyCounts: Weakness = {
  id: 'nobody-counts',
  title: 'Nobody asks how old the queue is',
  failureClass: 'observability',
  symptom: 'Messages wait for minutes, the indexer is at its limit, and no task is added.',
  exposedBy: 'indexer-slow above all, and every jam that has to be worked off',
  hints: hints(
    'Somebody should have been told.',
    'There is an alarm for the lag of the queue. What does it do when it is red?',
    'Switch on the actions of the indexer’s upper alarm, so that tasks are added while it is behind.',
  ),
  repair: 'Enable the actions of the alarm on the queue’s lag; it adds tasks to the indexer.',
  mixin: spoil(({ indexer }) => {
    resourceOf<CfnAlarm>(indexer.alarm).actionsEnabled = false;
  }),
};
