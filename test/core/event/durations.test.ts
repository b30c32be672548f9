import fc from 'fast-check';
import { durationAdvice, formatClock, formatDuration, tryParseDuration } from '../../../lib/core/event/durations';

test.each([
  ['4h', 14_400],
  ['1h30m', 5400],
  ['90s', 90],
  ['0m', 0],
  ['1m2.5s', 62.5],
  ['1h0m5s', 3605],
])('%s is a duration', (text, seconds) => {
  expect(tryParseDuration(text)).toBe(seconds);
});

test.each(['', '4', '4 h', '-5m', '1.5h', '30m1h', '1d', '4H', 'h', '1m30', '1.2345s'])(
  '"%s" is no duration',
  (text) => {
    expect(tryParseDuration(text)).toBeUndefined();
  },
);

test('what is written reads back as the same number of milliseconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (ms) => {
      expect(tryParseDuration(formatDuration(ms / 1000))).toBe(ms / 1000);
    }),
  );
});

test.each([
  [4, 'A duration needs its unit: write 4s, 4m or 4h.'],
  [0, 'Write 0m.'],
  ['1.5h', 'Write 1h30m.'],
  ['90 min', 'Write 1h30m.'],
  ['1d', 'Write 24h.'],
  ['01:10:00', 'Write 1h10m.'],
  ['-5m', 'Write a duration such as 4h, 1h30m or 90s.'],
  [undefined, 'Write a duration such as 4h, 1h30m or 90s.'],
])('%p is answered by what was meant', (written, advice) => {
  expect(durationAdvice(written)).toBe(advice);
});

test.each([
  [0, '00:00:00'],
  [4209.9, '01:10:09'],
  [360_000, '100:00:00'],
])('%p seconds of event time are %s', (seconds, clock) => {
  expect(formatClock(seconds)).toBe(clock);
});
