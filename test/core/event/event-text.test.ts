import fc from 'fast-check';
import { readEventText } from '../../../lib/core/event/event-file';
import { eventText } from '../../../lib/core/event/event-text';
import { anyEvent } from '../../support/any-event';
import { anEvent } from '../../support/builders';

test('an event that is written out reads back as the equal event', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      expect(readEventText(eventText(event)).resolve()).toEqual({ ok: true, event });
    }),
  );
});

test('it needs no scenario to be read', () => {
  expect(readEventText(eventText(anEvent())).needsCard).toBe(false);
});

test('it is written as people write it: a team, a point and a rule a line', () => {
  const lines = eventText(anEvent()).split('\n');
  expect(lines).toContain('  - { id: blue, name: Blue Whales, account: "111111111111" }');
  expect(lines).toContain('  - { at: 0m, rps: 1 }');
  expect(lines).toContain('  bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 3000 }');
  expect(lines).toContain('starts: 2026-12-10T08:00:00.000Z');
  expect(lines).toContain('duration: 10m');
});
