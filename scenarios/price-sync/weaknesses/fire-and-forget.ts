import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { spoil } from './spoil';

export const fireAndForget: Weakness = {
  id: 'fire-and-forget',
  title: 'The shop never looks back',
  failureClass: 'data and synchronisation',
  symptom: 'After the broker was away, prices that changed meanwhile stay old on their shelves, though nothing waits.',
  exposedBy: 'the experiment broker-cut-off: what cannot be sent is forgotten',
  hints: hints(
    'What was said while nobody listened?',
    'The shop counts prices that it could not send. What does it do with them?',
    'Set UNSENT of the shop to keep.',
  ),
  repair:
    'Give the variable UNSENT of the shop’s task definition the value keep, so that it sends later what it could not send.',
  mixin: spoil(({ shop }) => shop.override('UNSENT', 'drop')),
};
