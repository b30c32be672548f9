import { mistakeText } from '../../../lib/core/event/event-mistakes';
import { readRulesText } from '../../../lib/core/event/rules-file';
import { anEvent } from '../../support/builders';

const { rules } = anEvent();

test.each(['spend: { weight: 0.5, window: 10m }\n', 'rules:\n  spend: { weight: 0.5, window: 10m }\n'])(
  'what is written changes and the rest stays: %p',
  (text) => {
    expect(readRulesText(text, rules)).toEqual({
      ok: true,
      rules: { ...rules, spend: { ...rules.spend, weight: 0.5, windowSeconds: 600 } },
    });
  },
);

test('bands may be written down, as long as they stay what they are', () => {
  expect(readRulesText('bands: { fastMs: 300 }', rules)).toEqual({ ok: true, rules });
});

test.each([
  ['bands cannot change', 'bands: { fastMs: 200 }', '1:8 bands: bands cannot change'],
  ['bands cannot change', 'rules:\n  bands: { fastMs: 200 }', '2:10 rules.bands: bands cannot change'],
  ['an unknown key', 'worht: { fast: 2 }', '1:1 worht: this key is not known. Did you mean worth?'],
  ['a number out of range', 'objective: 95', '1:12 objective: 95 cannot stand here.'],
  ['worth that does not descend', 'worth: { slow: 3 }', '1:8 worth: a worse answer'],
  ['an empty file', '', '1:1 There are no rules in this file.'],
  ['a list', '- a', '1:1 There are no rules in this file.'],
  ['an empty key', 'rules:', '1:7 rules: There are no rules in this file.'],
  ['broken YAML', 'worth: {', 'a space, a quote or a bracket is missing.'],
])('%s', (_mistake, text, message) => {
  const resolution = readRulesText(text, rules);
  expect(resolution.ok ? [] : resolution.mistakes.map(mistakeText)).toContainEqual(expect.stringContaining(message));
});
