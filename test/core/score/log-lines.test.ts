import { play } from '../../../lib/core/game';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const event = anEvent({
  traffic: [
    { atSeconds: 0, stepsPerSecond: 1 },
    { atSeconds: 600, stepsPerSecond: 7 },
  ],
});
const hint = (seconds: number, level: number, weakness = 'one-instance', id = `hint-${seconds}`) =>
  anEntry('hint', seconds, { team: 'blue', weakness, level }, { id, by: 'team:blue' });

function blue(...log: LogEntry[]) {
  const { teams, problems } = play(event, [], someLog(...log), at(2000));
  const { lines, points } = teams.find(({ team }) => team === 'blue')!;
  return { lines: lines.map((line) => [line.rule, line.round, line.points]), points, problems: problems.length };
}

test.each<[string, LogEntry[], (string | number)[][]]>([
  ['a hint costs seconds of the event’s mean planned service', [hint(100, 1)], [['hint', 1, -120]]],
  ['it costs the same in a busier minute', [hint(500, 1)], [['hint', 8, -120]]],
  ['a later hint of the same level is free', [hint(100, 1), hint(200, 1)], [['hint', 1, -120]]],
  [
    'each level has its price',
    [hint(100, 1), hint(200, 3)],
    [
      ['hint', 1, -120],
      ['hint', 3, -480],
    ],
  ],
  [
    'a hint costs what was known beforehand, whatever the traffic is changed to',
    [anEntry('traffic', 50, { factor: 2 }), hint(100, 1)],
    [['hint', 1, -120]],
  ],
  [
    'an adjustment is points',
    [anEntry('adjusted', 70, { team: 'blue', points: 12.5, reason: 'thanks' })],
    [['adjustment', 1, 12.5]],
  ],
  [
    'an adjustment counts also before the start',
    [anEntry('adjusted', -70, { team: 'blue', points: 1, reason: 'early bird' })],
    [['adjustment', 0, 1]],
  ],
])('%s', (_rule, log, lines) => {
  expect(blue(...log)).toMatchObject({ lines, problems: 0 });
});

test.each([
  ['for an unknown weakness', hint(100, 1, 'no-such-thing')],
  ['of a level that does not exist', hint(100, 4)],
  ['before the start', hint(-1, 1)],
  ['after the end', hint(601, 1)],
])('a hint %s is free and reported', (_case, entry) => {
  expect(blue(entry)).toEqual({ lines: [], points: 0, problems: 1 });
});
