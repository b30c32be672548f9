import fc from 'fast-check';
import { eventId } from '../../../lib/core/event/event-id';
import { anyEvent } from '../../support/any-event';

test.each([
  ['words are joined by hyphens', { name: 'Spring GameDay' }, 'spring-gameday'],
  ['the edition comes last', { name: 'Spring GameDay', edition: 3 }, 'spring-gameday-3'],
  ['accents are taken off', { name: 'Été à Zürich!' }, 'ete-a-zurich'],
  ['a name in other letters is still an id', { name: '海辺', edition: 2 }, 'event-2'],
  ['a long name is cut without a trailing hyphen', { name: `${'a'.repeat(31)} b` }, 'a'.repeat(31)],
])('%s', (_rule, event, id) => expect(eventId(event)).toBe(id));

test('every event has an id that fits a key, a prefix, a dimension and a stack name', () => {
  fc.assert(fc.property(anyEvent, (event) => /^[a-z0-9](-?[a-z0-9]){0,31}(-[0-9]+)?$/.test(eventId(event))));
});
