import fc from 'fast-check';
import { eventJson, parseEventJson } from '../../../lib/core/event/event-json';
import { anEvent } from '../../support/builders';
import { anyEvent } from '../../support/any-event';
import { refusal } from '../../support/refusal';

test('every event is read from its JSON as it was', () => {
  fc.assert(fc.property(anyEvent, (event) => expect(parseEventJson(eventJson(event))).toEqual(event)));
});

test.each([
  ['text that is not JSON', 'name: Spring'],
  ['an unknown key, which is a typo', JSON.stringify({ ...anEvent(), teem: [] })],
  ['a missing key', JSON.stringify({ ...anEvent(), rules: undefined })],
])('%s is refused as a bad event', (_what, text) => {
  expect(() => parseEventJson(text)).toThrow(refusal('BadEvent'));
});
