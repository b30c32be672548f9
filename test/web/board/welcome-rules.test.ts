import { ruleLines } from '../../../web/board/welcome-rules';
import { wordsIn } from '../../../web/shared/words';
import { showTexts } from '../../../web/texts/board-show';
import { aSnapshot } from '../../support/snapshots';

const snapshot = aSnapshot();
const { rules } = snapshot.event;
const lines = (event: Partial<typeof snapshot.event>) =>
  ruleLines({ ...snapshot, event: { ...snapshot.event, ...event } }, showTexts.en, wordsIn('en')).join('\n');

test('the rules are told by the event’s own numbers', () => {
  const told = lines({
    rules: { ...rules, bands: { ...rules.bands, fastMs: 450 }, objective: 0.9 },
    freezeSeconds: 1800,
  });
  expect(told).toContain('within 450 ms it earns 1');
  expect(told).toContain('less than 90 %');
  expect(told).toContain('freeze 30 min before the end');
});

test.each([
  ['a freeze', { freezeSeconds: 0 }, /freeze/],
  ['hints', { hintSeconds: null }, /Hints/],
  ['false alarms', { rules: { ...rules, detect: { ...rules.detect, falseAlarmSeconds: 0 } } }, /false alarm/],
  ['spending', { rules: { ...rules, spend: { ...rules.spend, cap: 0 } } }, /Spending/],
])('what costs nothing is not told: %s', (_what, event, words) => {
  expect(lines({})).toMatch(words);
  expect(lines(event)).not.toMatch(words);
});
