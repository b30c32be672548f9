import fc from 'fast-check';
import { nameMistake, renamed, startingPoint } from '../../lib/scenarios/new-scenario';

const texts = ['export class CornerShop extends Foundation {}'];

test.each(['my-scenario', 'a', 'shop2', 'night-shift-2'])('%p can be the name of a scenario', (name) => {
  expect(nameMistake(name, texts)).toBeUndefined();
});

test.each([
  ['', 'small letters'],
  ['My-Scenario', 'small letters'],
  ['my_scenario', 'small letters'],
  ['my--scenario', 'small letters'],
  ['-mine', 'small letters'],
  ['2nd', 'small letters'],
  ['../elsewhere', 'small letters'],
  ['a'.repeat(31), 'at most 30'],
  ['foundation', 'something else by Foundation'],
])('%p cannot, and it is said why', (name, why) => {
  expect(nameMistake(name, texts)).toContain(why);
});

test('the name of the starting point is replaced however it is written', () => {
  expect(renamed("new CornerShop(scope, 'CornerShop'); // corner-shop, the corner shop", 'night-shift')).toBe(
    "new NightShift(scope, 'NightShift'); // night-shift, the night shift",
  );
});

test('under its own name nothing changes, and what does not name it stays', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(renamed(text, startingPoint)).toBe(text);
      fc.pre(!/corner/i.test(text));
      expect(renamed(text, 'night-shift')).toBe(text);
    }),
  );
});
