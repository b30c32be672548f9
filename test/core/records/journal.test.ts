import fc from 'fast-check';
import { isWholeLine, journalLine, readLog, readRounds } from '../../../lib/core/records/journal';
import type { LogEntry, RoundRecord } from '../../../lib/core/records/records';
import { aRound, anEntry, someLog, someRounds } from '../../support/builders';
import { holding } from '../../support/refusal';

const rounds = someRounds({ blue: [aRound({ fast: 10 }), aRound({ failed: 10 })] });
const text = rounds.map(journalLine).join('');

test('what is written reads back', () => {
  expect(readRounds(text)).toEqual({ records: rounds, problems: [] });
  const log = someLog(anEntry('announced', 5, { text: 'Hello\nworld' }), anEntry('paused', 9, {}));
  expect(readLog(log.map(journalLine).join(''))).toEqual({ records: log, problems: [] });
});

test('a journal that is cut anywhere holds every line before the cut, and reports at most the torn one', () => {
  fc.assert(
    fc.property(fc.nat({ max: text.length }), (length) => {
      const cut = text.slice(0, length);
      const whole = cut.split('\n').filter(isWholeLine);
      const { records, problems } = readRounds(cut);
      expect(records).toEqual(rounds.slice(0, whole.length));
      const torn = !(cut === '' || cut.endsWith('\n') || isWholeLine(cut.split('\n').at(-1) ?? ''));
      expect(problems).toEqual(
        torn ? [{ line: cut.split('\n').length, message: 'is torn, its writer was stopped while writing it' }] : [],
      );
    }),
  );
});

test.each([
  ['rubbish in the middle', `${text}rubbish\n`, [{ line: 3, message: 'is not JSON' }]],
  ['blank lines', `\n${text}\n  \n`, []],
  ['line ends of Windows', text.replaceAll('\n', '\r\n'), []],
  ['a byte order mark', `\uFEFF${text}`, []],
  ['another record', `${text}{"round":-1}\n`, [{ line: 3, message: holding('is not known: round:') }]],
  ['a value that is no record', `${text}null\n`, [{ line: 3, message: holding('is not known:') }]],
])('%s leaves the other records as they are', (_case, journal, problems) => {
  expect(readRounds(journal)).toEqual({ records: rounds, problems });
});

test('a measurement with rubbish is reported with its team and field', () => {
  const record: RoundRecord = { ...rounds[0]!, teams: { blue: { ...aRound({ fast: 1 }), fast: -1 } } };
  expect(readRounds(journalLine(record)).problems).toEqual([{ line: 1, message: holding('teams.blue.fast') }]);
});

test('a measurement with rubbish costs its team alone, not those in the same line', () => {
  const sound = aRound({ fast: 2 });
  const line = JSON.stringify({ ...rounds[0]!, teams: { blue: { fast: 'many' }, red: sound } });
  const { records, problems } = readRounds(`${line}\nrubbish\n`);
  expect(records).toEqual([{ ...rounds[0]!, teams: { red: sound } }]);
  expect(problems).toEqual([
    { line: 1, message: holding('a measurement that is not known: teams.blue.') },
    { line: 2, message: 'is not JSON' },
  ]);
});

test.each<[string, LogEntry, string]>([
  ['an extension', anEntry('extended', 1, { seconds: 1e308 }), 'seconds'],
  ['a traffic factor', anEntry('traffic', 1, { factor: 1e308 }), 'factor'],
  ['an adjustment', anEntry('adjusted', 1, { team: 'blue', points: -1e308, reason: 'x' }), 'points'],
])('%s beyond any real day, which would make sums infinite, is left out', (_what, entry, field) => {
  expect(readLog(journalLine(entry))).toEqual({
    records: [],
    problems: [{ line: 1, message: holding(`is not known: ${field}:`) }],
  });
});

test('an entry of an unknown type is reported and left out', () => {
  const entry = { id: 'x', at: '2026-12-10T08:00:00Z', by: 'organizer', type: 'exploded' };
  expect(readLog(`${JSON.stringify(entry)}\n`)).toEqual({
    records: [],
    problems: [{ line: 1, message: holding('is not known: type:') }],
  });
});
