import type { GameDayEvent } from '../../../lib/core/event/event';
import { play } from '../../../lib/core/game';
import type { LogEntry, Measurement } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from '../../support/builders';

const good = aRound({ fast: 60 });

/** Points and verdicts of blue's rounds. Red is always measured, so every round is settled. */
function blue(
  rounds: readonly (Measurement | undefined)[],
  { log = [], event = anEvent() }: { log?: LogEntry[]; event?: GameDayEvent } = {},
) {
  const records = someRounds({ blue: rounds, red: rounds.map(() => good) });
  const team = play(event, records, someLog(...log), at(rounds.length * event.roundSeconds)).teams.find(
    (found) => found.team === 'blue',
  )!;
  return {
    service: team.lines.flatMap(({ rule, points }) => (rule === 'service' || rule === 'unchecked' ? [points] : [])),
    verdicts: team.rounds.map(({ verdict }) => verdict),
    numbers: team.rounds.map(({ round }) => round),
    spend: team.lines.flatMap(({ rule, round, points }) => (rule === 'spend' ? [{ round, points }] : [])),
    spendUsd: team.spendUsd,
  };
}

test.each([
  ['all served fast earns the planned steps', { fast: 60 }, 60],
  ['acceptable answers earn half', { acceptable: 60 }, 30],
  ['slow answers earn a tenth', { slow: 60 }, 6],
  ['a failed step costs half of what serving earns', { failed: 60 }, -30],
  ['a wrong answer costs more than none', { faulty: 60 }, -60],
  ['thinned measurements earn the same', { fast: 5, failed: 5 }, 15],
  ['repeated measurements earn the same', { fast: 600, failed: 600 }, 15],
])('%s', (_rule, counts, points) => {
  expect(blue([aRound(counts)]).service).toEqual([expect.closeTo(points, 9)]);
});

test.each([
  ['ok at the objective', { fast: 57, failed: 3 }, 'ok'],
  ['degraded below it', { fast: 56, slow: 4 }, 'degraded'],
  ['faulty when wrong answers alone miss it', { fast: 56, faulty: 4 }, 'faulty'],
  ['degraded at exactly half failed', { fast: 30, failed: 30 }, 'degraded'],
  ['down when more than half failed', { fast: 29, failed: 31 }, 'down'],
  ['unchecked when nothing was sent', {}, 'unchecked'],
  ['unchecked when less than half of what was meant was sent', { fast: 29, expected: 60 }, 'unchecked'],
  ['checked when half was sent', { fast: 30, expected: 60 }, 'ok'],
])('a round is %s', (_rule, counts, verdict) => {
  expect(blue([aRound(counts)]).verdicts).toEqual([verdict]);
});

test.each<[string, (Measurement | undefined)[], number]>([
  ['nothing before the first checked one', [undefined], 0],
  ['the mean of the checked rounds before', [good, aRound({ acceptable: 60 }), undefined], 45],
  ['the mean of five at most', [aRound({ failed: 60 }), good, good, good, good, good, undefined], 60],
  ['nothing, rather than less, when those earned less than nothing', [aRound({ failed: 60 }), undefined], 0],
  ['the same however many follow one another', [aRound({ acceptable: 60 }), undefined, undefined, undefined], 30],
])('an unchecked round earns %s', (_rule, rounds, points) => {
  expect(blue(rounds).service.at(-1)).toBeCloseTo(points, 9);
});

describe('pending rounds', () => {
  const counted = (rounds: Measurement[], now: number) =>
    play(anEvent(), someRounds({ blue: rounds }), someLog(), at(now)).rounds.map(({ round }) => round);

  test('a round does not count before its end', () => {
    expect(counted([good, good], 119)).toEqual([0]);
  });
  test('a round counts at its end', () => {
    expect(counted([good, good], 120)).toEqual([0, 1]);
  });
  test('a round that nobody has measured yet does not count', () => {
    expect(counted([good], 180)).toEqual([0]);
  });
  test('a round that nobody measured counts when a later one is measured', () => {
    const rounds = someRounds({ blue: [good, undefined, good] });
    const { teams } = play(anEvent(), rounds, someLog(), at(180));
    expect(teams.map(({ team, rounds: played }) => [team, ...played.map(({ verdict }) => verdict)])).toEqual([
      ['blue', 'ok', 'unchecked', 'ok'],
      ['red', 'unchecked', 'unchecked', 'unchecked'],
    ]);
  });
  test('a round that the end cuts does not count', () => {
    const cut = anEvent({ durationSeconds: 90 });
    expect(play(cut, someRounds({ blue: [good, good] }), someLog(), at(600)).rounds).toHaveLength(1);
  });
  test('measurements of an unknown team are reported and left out', () => {
    const { rounds, problems } = play(anEvent(), someRounds({ constructor: [good] }), someLog(), at(600));
    expect({ rounds, about: problems.map(({ about }) => about) }).toEqual({ rounds: [], about: ['constructor'] });
  });
});

describe('void rounds', () => {
  const five = [good, good, good, good, good];
  const voided = (from: number, to: number, team?: string) =>
    anEntry('voided', 1, { from, to, reason: 'ours', ...(team === undefined ? {} : { team }) });
  const paused = (seconds: number) => [anEntry('paused', seconds, {}), anEntry('resumed', seconds, {}, { id: 'z' })];

  test.each<[string, LogEntry[], number[]]>([
    ['the organizers void both ends of a range', [voided(1, 3)], [0, 4]],
    ['the organizers can void for one team', [voided(1, 3, 'blue')], [0, 4]],
    ['what is void for another team counts for this one', [voided(1, 3, 'red')], [0, 1, 2, 3, 4]],
    ['a pause voids the round it cuts', paused(90), [0, 2, 3, 4]],
    ['a pause between two rounds voids neither', paused(120), [0, 1, 2, 3, 4]],
  ])('%s', (_rule, log, numbers) => {
    expect(blue(five, { log }).numbers).toEqual(numbers);
  });
});

describe('spend', () => {
  const costing = (...usd: (number | undefined)[]) =>
    usd.map((spendUsdPerHour) => {
      const { spendUsdPerHour: _known, ...round } = good;
      return spendUsdPerHour === undefined ? round : { ...round, spendUsdPerHour };
    });
  const rules = anEvent().rules;
  // One step a second: the allowance is 0.31 USD an hour. Two rounds fit in the window.
  const event = anEvent({ rules: { ...rules, spend: { ...rules.spend, windowSeconds: 120 } } });

  test.each<[string, (number | undefined)[], { round: number; points: number }[]]>([
    ['costs nothing at the allowance', [0.31, 0.31, 0.31], []],
    ['above it costs a share of the planned steps', [0.62], [{ round: 0, points: -15 }]],
    ['never costs more than the cap', [31], [{ round: 0, points: -30 }]],
    ['is looked at as the mean of the window', [0.31, 0.62], [{ round: 1, points: -7.5 }]],
    ['is forgotten after the window', [0.62, 0, 0.62], [{ round: 0, points: -15 }]],
    [
      'that cannot be observed keeps its last value',
      [0.62, undefined],
      [
        { round: 0, points: -15 },
        { round: 1, points: -15 },
      ],
    ],
    ['that was never observed costs nothing', [undefined, undefined], []],
  ])('%s', (_rule, usd, lines) => {
    expect(blue(costing(...usd), { event }).spend).toEqual(
      lines.map(({ round, points }) => ({ round, points: expect.closeTo(points, 9) as number })),
    );
  });

  test('of void rounds is left out', () => {
    const log = [anEntry('voided', 1, { from: 0, to: 0, reason: 'ours' })];
    const { spend, spendUsd } = blue(costing(100, 0.31), { event, log });
    expect({ spend, spendUsd }).toEqual({ spend: [], spendUsd: expect.closeTo(0.31 / 60, 9) as number });
  });

  test('where nothing is allowed costs the cap', () => {
    const none = { ...rules.spend, baseUsdPerHour: 0, usdPerHourPerRps: 0 };
    const strict = anEvent({ rules: { ...rules, spend: none } });
    expect(blue(costing(0.001), { event: strict }).spend).toEqual([{ round: 0, points: -30 }]);
  });
});
