import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const greedyIndexer: Weakness = {
  id: 'greedy-indexer',
  title: 'The indexer takes everything at once',
  failureClass: 'configuration and access',
  symptom:
    'After every jam the indexer’s tasks stop with exit code 137, one after the other, and the queue stays full.',
  exposedBy: 'the experiments indexer-stopped and broker-cut-off: whatever has gathered is taken at once',
  hints: hints(
    'It bites off more than it can chew.',
    'How many messages may a task of the indexer have in hand? Its prefetch is 0: that is no limit.',
    'Set PREFETCH of the indexer to 10.',
  ),
  repair: 'Give the variable PREFETCH of the indexer’s task definition a value from 1 to 100, such as 10.',
  mixin: spoil(({ indexer }) => indexer.override('PREFETCH', '0')),
};
