import fc from 'fast-check';
import { mistakeText } from '../../lib/core/event/event-mistakes';
import { failureClasses } from '../../lib/core/experiments/failure-class';
import { catalogueText, mergeIncidents, readCatalogue } from '../../lib/workshop/incident-catalogue';
import type { PastIncident } from '../../lib/workshop/past-incident';
import { aPastIncident } from './a-past-incident';

const line = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .filter((text) => /^(?=.*\S)[^\p{Cc}\u2028\u2029]+$/u.test(text));
const anyIncident: fc.Arbitrary<PastIncident> = fc.record(
  {
    id: fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,20}$/),
    date: fc.constantFrom('2025-01-31', '2026-03-14'),
    title: line,
    failureClass: fc.constantFrom(...failureClasses),
    detectedBy: line,
    minutesToDetect: fc.integer({ min: 0, max: 600 }),
    minutesToRecover: fc.integer({ min: 0, max: 600 }),
    systems: fc.array(line, { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'date', 'title', 'failureClass', 'systems'] },
);
const anyCatalogue = fc.uniqueArray(anyIncident, { selector: ({ id }) => id, maxLength: 5 });

test('what is written is what is read, whatever people call their incidents', () => {
  fc.assert(
    fc.property(anyCatalogue, (incidents) => {
      const read = readCatalogue(catalogueText(incidents));
      expect(read).toEqual({ ok: true, incidents: expect.any(Array) as unknown });
      if (read.ok)
        expect(mergeIncidents(incidents, read.incidents)).toMatchObject({
          added: [],
          changed: [],
          same: incidents.length,
        });
    }),
  );
});

test('importing again changes nothing, and nothing is ever removed', () => {
  fc.assert(
    fc.property(anyCatalogue, anyCatalogue, (known, read) => {
      const once = mergeIncidents(known, read);
      expect(mergeIncidents(once.incidents, read)).toMatchObject({ added: [], changed: [], same: read.length });
      expect(once.incidents.map(({ id }) => id)).toEqual(expect.arrayContaining(known.map(({ id }) => id)));
    }),
  );
});

test('what is new and what is changed is told apart', () => {
  const [old, same, fresh] = [aPastIncident({ id: 'A' }), aPastIncident({ id: 'B' }), aPastIncident({ id: 'C' })];
  const longer = { ...old, minutesToRecover: 99 };
  expect(mergeIncidents([old, same], [longer, same, fresh])).toEqual({
    incidents: [longer, same, fresh],
    added: [fresh],
    changed: [longer],
    same: 1,
  });
});

test('the oldest stands first, whatever the order of the import', () => {
  const [late, early] = [
    aPastIncident({ id: 'A', date: '2026-05-01' }),
    aPastIncident({ id: 'B', date: '2025-05-01' }),
  ];
  expect(catalogueText([late, early])).toBe(catalogueText([early, late]));
});

test('a mistake in the catalogue is told with its place', () => {
  const read = readCatalogue('incidents:\n  - id: A\n    date: yesterday\n    titel: x\n');
  expect(read.ok ? [] : read.mistakes.map(mistakeText)).toEqual(
    expect.arrayContaining([
      '3:11 incidents[0].date: "yesterday" cannot stand here. Write the day as year, month and day: 2026-03-14.',
      '4:5 incidents[0].titel: this key is not known. Did you mean title?',
    ]),
  );
});
