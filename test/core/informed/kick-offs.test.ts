import { decidedIn } from '../../../lib/core/informed/kick-offs';
import { anInformedEvent, says } from '../../support/an-informed';
import { anEntry, someLog } from '../../support/builders';

const event = anInformedEvent();
const told = [says.toldAt(), says.decided('test')];
const later = anEntry(
  'decided',
  901,
  { kickOff: 1, environment: 'production', reason: 'another desk' },
  { id: 'later' },
);

test.each([
  ['the first decision holds, in whatever order the log arrives', [later, ...told], 'test'],
  [
    'a decision that was taken back counts no more',
    [...told, anEntry('retracted', 902, { entry: says.decided('test').id, reason: '-' })],
    undefined,
  ],
  ['nothing is decided of a kick-off that nobody was told of', [says.decided('test')], undefined],
  ['an environment that the event does not have is none', [says.toldAt(), says.decided('elsewhere')], undefined],
])('%s', (_rule, log, environment) => {
  expect(decidedIn(event, someLog(...log), 'kick-off-1')).toBe(environment);
});
