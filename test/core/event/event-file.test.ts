import fc from 'fast-check';
import { readEventText } from '../../../lib/core/event/event-file';
import { catalogue, least, mistakesOf } from './event-files';

test('an event with all that a fold needs resolves without its scenario', () => {
  const text = `${least}traffic: [{ at: 0m, rps: 1 }]\n`;
  expect(mistakesOf(text.replace('rental-market', 'somebody-elses'), { alone: true })).toEqual([]);
});

describe('whatever is written', () => {
  const spoiled = fc
    .tuple(fc.nat({ max: least.length }), fc.nat({ max: 6 }), fc.string({ maxLength: 6, unit: 'binary' }))
    .map(([from, length, text]) => least.slice(0, from) + text + least.slice(from + length));

  test.each([
    ['any text', fc.string({ unit: 'binary' })],
    ['any value', fc.jsonValue().map((value) => JSON.stringify(value))],
    ['an event with some of it overwritten', spoiled],
  ])('%s is an event or mistakes, each on a line of it', (_kind, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const resolution = readEventText(text).resolve(catalogue);
        const lines = text.split('\n').length;
        for (const { line, column } of resolution.ok ? [] : resolution.mistakes) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
