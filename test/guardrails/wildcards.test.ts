import fc from 'fast-check';
import { fits, fitsArn } from '../../lib/guardrails/wildcards';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '.', '('), maxLength: 8 });
const patterns = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '.', '(', '*', '?'), maxLength: 8 });

describe('a pattern', () => {
  test('means what the same regular expression means', () => {
    const expression = (pattern: string): RegExp =>
      new RegExp(
        `^${[...pattern].map((each) => ({ '*': '.*', '?': '.' })[each] ?? `\\${each}`.replace(/\\(\w)/, '$1')).join('')}$`,
      );
    fc.assert(
      fc.property(patterns, letters, (pattern, text) =>
        expect(fits(pattern, text)).toBe(expression(pattern).test(text)),
      ),
      { numRuns: 3000 },
    );
  });

  test('without wildcards is fitted by itself alone', () => {
    fc.assert(fc.property(letters, letters, (pattern, text) => expect(fits(pattern, text)).toBe(pattern === text)));
  });

  test('is fitted by every text that fills its stars and question marks', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, fc.constantFrom('*', '?'), letters), { maxLength: 5 }), (parts) => {
        const pattern = parts.map(([fixed, wildcard]) => fixed + wildcard).join('');
        const text = parts
          .map(([fixed, wildcard, filling]) => fixed + (wildcard === '*' ? filling : (filling[0] ?? 'x')))
          .join('');
        expect(fits(pattern, text)).toBe(true);
      }),
    );
  });

  test('of many stars is refused in no time', () => {
    expect(fits(`${'a*'.repeat(30)}b`, 'a'.repeat(2000))).toBe(false);
  });
});

describe('a pattern of an ARN', () => {
  test.each([
    ['every account', 'arn:aws:iam::*:role/gameday/fault', 'arn:aws:iam::111111111111:role/gameday/fault', true],
    ['a path before it', 'arn:aws:iam::*:role/gameday/fault', 'arn:aws:iam::111111111111:role/x/gameday/fault', false],
    ['a star does not reach over a colon', 'arn:aws:ec2:*:instance/*', 'arn:aws:ec2:eu-west-1:1:instance/i-1', false],
    ['nor into another part', 'arn:aws:*:::x', 'arn:aws:s3:a::x', false],
    ['the last part may have colons', 'arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:eu-west-1:1:log-group:a:b', true],
    ['what is no ARN fits none', 'arn:aws:s3:::*', '*', false],
    ['names know their case', 'arn:aws:iam::*:role/gameday/*', 'arn:aws:iam::1:role/GameDay/x', false],
  ])('%s', (_rule, pattern, arn, expected) => {
    expect(fitsArn(pattern, arn)).toBe(expected);
  });
});
