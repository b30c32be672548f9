import { reasonOf } from '../../../lib/core/score/reasons';
import { play } from '../../../lib/core/game';
import type { LedgerRule } from '../../../lib/core/score/ledger';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from '../../support/builders';

const event = anEvent();
const bad = aRound({ fast: 20, acceptable: 10, slow: 5, faulty: 5, failed: 20, spendUsdPerHour: 0.62 });
const good = aRound({ fast: 60 });
const day = [good, bad, good, good, undefined, good, good, good, good, good];
const log = someLog(
  declared('blue', 90),
  declared('blue', 450),
  anEntry('hint', 200, { team: 'blue', weakness: 'one-instance', level: 3 }, { by: 'team:blue' }),
  anEntry('adjusted', 210, { team: 'blue', points: 5, reason: 'helped the others' }),
);
const { lines } = play(event, someRounds({ blue: day }), log, at(600)).teams[0]!;
const reason = (rule: LedgerRule, round: number) =>
  reasonOf(
    lines.find((line) => line.rule === rule && line.round === round)!,
    event,
  );

test.each<[LedgerRule, number, string]>([
  ['service', 1, 'Round 1: of 60 steps 20 fast, 10 acceptable, 5 slow, 5 wrong, 20 failed; scaled to 60 planned steps'],
  [
    'spend',
    1,
    'Round 1: your stack costs 0.46 USD an hour (mean of the last 30 min), 0.31 are allowed at this traffic; costs 12.1 % of 60 planned steps',
  ],
  [
    'unchecked',
    4,
    'Round 4 was not measured, which is not your fault: its 60 planned steps earn the mean of your last measured rounds, 0.79 a step',
  ],
  [
    'detection',
    3,
    'You declared the impact of 00:01:00 30 s after it began: part of its loss of 49.5 points comes back',
  ],
  ['recovery', 3, 'You ended the impact of 00:01:00 after 60 s: part of its loss of 49.5 points comes back'],
  [
    'false-alarm',
    9,
    'You declared an incident at 00:07:30, but your customers were served well around then: costs 60 s of planned service',
  ],
  ['hint', 3, 'Hint 3 for "One instance": costs 2 min of mean planned service'],
  ['adjustment', 3, 'Adjusted by the organizers: helped the others'],
])('the reason of a %s line says what happened in words', (rule, round, text) => {
  expect(reason(rule, round)).toBe(text);
});
