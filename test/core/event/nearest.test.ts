import { nearestWord } from '../../../lib/core/event/nearest';

test.each([
  ['freez', ['freeze', 'round'], 'freeze'],
  ['bleu', ['blue', 'red'], 'blue'],
  ['Teams', ['teams', 'rules'], 'teams'],
  ['red', ['rad', 'red'], 'red'],
  ['xyz', ['blue', 'red'], undefined],
  ['a', [], undefined],
])('%s among %p means %p', (written, known, meant) => {
  expect(nearestWord(written, known)).toBe(meant);
});
