import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const noDeadLetters: Weakness = {
  id: 'no-dead-letters',
  title: 'Nothing is ever given up',
  failureClass: 'data and synchronisation',
  symptom:
    'The indexer is busy and writes nothing: it tries the same few messages again and again, and prices grow old.',
  exposedBy: 'the experiment poisoned-prices',
  hints: hints(
    'The indexer works harder than ever. What at?',
    'Some messages are taken, and taken, and taken. Where should they go instead?',
    'Set DEAD_LETTERS of the indexer to prices-aside, so that it puts aside what it cannot do.',
  ),
  repair: 'Give the variable DEAD_LETTERS of the indexer’s task definition the name of a queue: prices-aside.',
  mixin: spoil(({ indexer }) => indexer.override('DEAD_LETTERS', '')),
};
