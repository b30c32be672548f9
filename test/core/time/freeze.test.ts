import { dayOf } from '../../../lib/core/time/day';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const event = anEvent({ freezeSeconds: 120 });
const closed = anEntry('closed', 100, {});

test('the view freezes at its planned instant, and not before', () => {
  expect(dayOf(event, someLog(), at(479)).freeze).toEqual({ at: null, revealed: false });
  expect(dayOf(event, someLog(), at(480)).freeze).toEqual({ at: at(480), revealed: false });
});

test.each([
  ['ever after', Infinity],
  ['when the freeze was planned', at(480)],
])('an event that was closed before its freeze is not frozen %s', (_when, now) => {
  const revealed = anEntry('revealed', 110, {});
  expect(dayOf(event, someLog(closed, revealed), now).freeze).toEqual({ at: null, revealed: false });
});
