import { clockWords, durationWords, gainWords, pointsWords, rateWords, wordsIn } from '../../web/shared/words';

test.each([
  [0, '00:00'],
  [59.9, '00:59'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [45_296, '12:34:56'],
  [-3, '00:00'],
])('%d s on the clock reads %s', (seconds, words) => {
  expect(clockWords(seconds)).toBe(words);
});

test.each([
  [12, '12 s'],
  [60, '1 min'],
  [3599, '59 min'],
  [3900, '1 h 05'],
])('%d s passed read %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});

test.each([
  [0, '0.0', '0.0'],
  [12.34, '12.3', '+12.3'],
  [-12.36, '−12.4', '−12.4'],
  [-0.04, '0.0', '0.0'],
  [9999.94, '9,999.9', '+9,999.9'],
  [9999.96, '10,000', '+10,000'],
  [-123_456.7, '−123,457', '−123,457'],
])('%d points read %s, as a gain %s', (points, total, gain) => {
  expect(pointsWords(points)).toBe(total);
  expect(gainWords(points)).toBe(gain);
});

test.each([
  [0, '0'],
  [2, '2'],
  [2.25, '2.3'],
  [9.96, '10'],
  [120.4, '120'],
])('%d steps a second read %s', (rate, words) => {
  expect(rateWords(rate)).toBe(words);
});

test.each([
  [0.9999, '99.9 %', '99,9 %'],
  [1, '100.0 %', '100,0 %'],
  [0.29, '29.0 %', '29,0 %'],
])('a share of %d reads %s, in French %s: all is only what is all', (share, english, french) => {
  expect([wordsIn('en').percent(share), wordsIn('fr').percent(share)]).toEqual([english, french]);
});

test('numbers are written as the language does, and what is nothing has no sign', () => {
  const { points, gain, money } = wordsIn('fr');
  expect([points(-1234.5), gain(12.34), gain(-0.01), money(0.5)]).toEqual(['−1\u202f234,5', '+12,3', '0,0', '0,50']);
});
