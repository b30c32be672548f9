import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const oneTry: Weakness = {
  id: 'one-try',
  title: 'The indexer is easily discouraged',
  failureClass: 'dependency',
  symptom: 'The queue is empty, nobody is late, and still some prices of a shelf are old, until they change again.',
  exposedBy: 'the experiment index-throttled: every write that the index refuses is a price lost',
  hints: hints(
    'Everything has been dealt with. Has everything been done?',
    'There are good prices among the messages that were put aside.',
    'Set ATTEMPTS of the indexer to 3.',
  ),
  repair: 'Give the variable ATTEMPTS of the indexer’s task definition the value 3 or more.',
  mixin: spoil(({ indexer }) => indexer.override('ATTEMPTS', '1')),
};
