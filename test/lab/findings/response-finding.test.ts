import { responseFinding } from '../../../lib/lab/findings/response-finding';
import type { OutcomeImpact } from '../../../lib/lab/outcome';
import { anOutcome } from './outcomes';

const condition = { id: 'stop@630', kind: 'experiment', label: 'stop', fromSeconds: 630, untilSeconds: 1300 } as const;
const impact = (startSeconds: number, endSeconds: number | null, declaredAtSeconds: number | null): OutcomeImpact => ({
  startSeconds,
  endSeconds,
  declaredAtSeconds,
});
const finding = (...games: OutcomeImpact[][]) =>
  responseFinding(
    condition,
    60,
    'steady',
    games.map((impacts) => anOutcome([0], { impacts })),
  );

test('times run from an impact’s start, over all impacts that start while the experiment is felt', () => {
  expect(finding([impact(600, 900, 660), impact(1200, null, null)], [impact(660, 780, 780)])).toMatchObject({
    impacts: 3,
    detect: { least: 60, most: 120 },
    undetected: 1,
    recover: { least: 120, most: 300 },
    unrecovered: 1,
  });
});

test('a declaration shortly before its impact detects it at once', () => {
  expect(finding([impact(660, 720, 650)]).detect).toMatchObject({ least: 0 });
});

test.each([
  ['no impact at all: unharmed', [], { impacts: 0, unharmed: 1, alreadyDown: 0, detect: null, recover: null }],
  [
    'one that began before and is open: down before',
    [impact(300, null, null)],
    { impacts: 0, unharmed: 0, alreadyDown: 1 },
  ],
  ['one that was over before: unharmed', [impact(300, 480, null)], { impacts: 0, unharmed: 1, alreadyDown: 0 }],
  ['one that begins after it was felt: unharmed', [impact(1320, null, null)], { impacts: 0, unharmed: 1 }],
])('%s', (_case, impacts, expected) => {
  expect(finding(impacts)).toMatchObject(expected);
});
