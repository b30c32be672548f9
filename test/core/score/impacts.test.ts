import { play } from '../../../lib/core/game';
import type { LogEntry, Measurement } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from '../../support/builders';

const event = anEvent();
const measured: Readonly<Record<string, Measurement | undefined>> = {
  // Each misses of its 60 planned steps: good 0, bad 90, the half-good 30.
  g: aRound({ fast: 60 }),
  h: aRound({ acceptable: 60 }),
  b: aRound({ failed: 60 }),
  u: undefined,
};

/** Blue's day, a letter a round; red is always measured, so every round is settled. */
function blue(day: string, log: LogEntry[] = [], rounds = day.length) {
  const records = someRounds({
    blue: [...day].map((letter) => measured[letter]),
    red: [...day].map(() => measured['g']),
  });
  const game = play(event, records, someLog(...log), at(rounds * 60));
  const { impacts, lines } = game.teams.find(({ team }) => team === 'blue')!;
  return {
    impacts: impacts.map(({ startSeconds, endSeconds, loss }) => [startSeconds, endSeconds, loss]),
    declaredAt: impacts.map(({ declaredAtSeconds }) => declaredAtSeconds),
    lines: lines.flatMap(({ rule, round, points }) =>
      rule === 'service' || rule === 'unchecked' ? [] : [[rule, round, Number(points.toFixed(6))]],
    ),
    problems: game.problems,
  };
}

test.each<[string, string, (number | null)[][]]>([
  ['begins with the first round below the objective', 'gbgg', [[60, 120, 90]]],
  ['is open until two rounds in a row are good', 'gbg', [[60, null, 90]]],
  ['is not ended by a single good round, whose own misses count', 'bhbgg', [[0, 180, 210]]],
  ['ends with the first of two good rounds, whose misses do not count', 'bhh', [[0, 60, 90]]],
  [
    'is followed by another',
    'bggbgg',
    [
      [0, 60, 90],
      [180, 240, 90],
    ],
  ],
  ['is not begun by an unchecked round', 'ugg', []],
  ['is not ended by an unchecked round', 'bug', [[0, null, 90]]],
  ['is ended by two good rounds around an unchecked one', 'bugug', [[0, 120, 90]]],
  ['loses nothing in an unchecked round', 'bubgg', [[0, 180, 180]]],
])('an impact %s', (_rule, day, impacts) => {
  expect(blue(day).impacts).toEqual(impacts);
});

// The impact of 'ggbbgg…' lasts from 120 to 240 s and loses 180.
const recovery = ['recovery', 5, 50.4];

test.each<[string, string, number[], (string | number)[][]]>([
  ['ending an impact refunds part of its loss', 'ggbbgg', [], [recovery]],
  ['declaring it at once refunds most', 'ggbbgg', [120], [['detection', 5, 36], recovery]],
  ['declaring it later refunds less', 'ggbbgg', [180], [['detection', 5, 32.4], recovery]],
  ['a declaration before it began counts as at its start', 'ggbbgg', [0], [['detection', 5, 36], recovery]],
  ['a declaration up to two rounds after its end counts', 'ggbbgg', [360], [['detection', 5, 21.6], recovery]],
  ['a second declaration counts for nothing', 'ggbbgg', [120, 130, 300], [['detection', 5, 36], recovery]],
  [
    'a declaration more than two rounds after it is a false alarm',
    'ggbbggggg',
    [361],
    [recovery, ['false-alarm', 8, -60]],
  ],
  ['a declaration of nothing is a false alarm', 'gggg', [70], [['false-alarm', 3, -60]]],
  ['a false alarm is not judged before two full rounds have passed', 'ggg', [70], []],
  [
    'a declaration between two impacts belongs to the earlier',
    'ggbggbgg',
    [190],
    [
      ['detection', 4, 15.9],
      ['recovery', 4, 26.1],
      ['recovery', 7, 26.1],
    ],
  ],
  [
    'and the next to the later',
    'ggbggbgg',
    [190, 200],
    [
      ['detection', 4, 15.9],
      ['recovery', 4, 26.1],
      ['detection', 7, 18],
      ['recovery', 7, 26.1],
    ],
  ],
  ['nothing is refunded while an impact is open', 'ggbb', [120], []],
  ['an impact open at the end gets detection only', 'ggggggggbb', [480], [['detection', 9, 36]]],
  ['a declaration just before the end is judged at the end', 'gggggggggg', [590], [['false-alarm', 9, -60]]],
])('%s', (_rule, day, declarations, lines) => {
  expect(
    blue(
      day,
      declarations.map((seconds) => declared('blue', seconds)),
    ).lines,
  ).toEqual(lines);
});

test('refunds have shrunk to nothing after their time', () => {
  const slow = anEvent({ durationSeconds: 3000 });
  const day = ['g', ...Array.from({ length: 31 }, () => 'b'), 'g', 'g'].map((letter) => measured[letter]);
  const { teams } = play(slow, someRounds({ blue: day }), someLog(declared('blue', 661)), at(3000));
  expect(teams[0]!.lines.filter(({ rule }) => rule !== 'service' && rule !== 'unchecked')).toEqual([]);
});

test.each([
  ['before the start', -1],
  ['after the end', 601],
])('a declaration %s counts for nothing and is reported', (_when, seconds) => {
  const { lines, problems } = blue('gggggggggg', [declared('blue', seconds)], 20);
  expect({ lines, problems: problems.length }).toEqual({ lines: [], problems: 1 });
});

test('a declaration after an early close counts for nothing and is reported', () => {
  const { lines, problems } = blue('gggggb', [anEntry('closed', 370, {}), declared('blue', 371)], 20);
  expect({ lines, problems: problems.length }).toEqual({ lines: [], problems: 1 });
});

test('a declaration in a pause is one at the instant at which event time stands', () => {
  const pause = [anEntry('paused', 120, {}), anEntry('resumed', 1000, {})];
  const records = someRounds({ blue: [...'ggbggg'].map((letter) => measured[letter]) });
  const { teams } = play(event, records, someLog(...pause, declared('blue', 900)), at(2000));
  expect(teams[0]!.impacts.map(({ declaredAtSeconds }) => declaredAtSeconds)).toEqual([120]);
});

test('a change of traffic later in a pause does not price anew a false alarm raised before it', () => {
  const records = someRounds({ blue: [...'gggggg'].map((letter) => measured[letter]) });
  const log = [
    anEntry('paused', 120, {}),
    declared('blue', 150),
    anEntry('traffic', 160, { factor: 0 }),
    anEntry('resumed', 200, {}),
  ];
  const { teams } = play(event, records, someLog(...log), at(2000));
  expect(teams[0]!.lines.flatMap(({ rule, points }) => (rule === 'false-alarm' ? [points] : []))).toEqual([-60]);
});
