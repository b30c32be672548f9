import fc from 'fast-check';
import { play, type Game } from '../../lib/core/game';
import { snapshotOf } from '../../lib/core/view/snapshot';
import { anyEvent, anyLog, anyMeasurement, anyUnbrokenRounds, ROUNDS } from '../support/arbitraries';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from '../support/builders';

const good = aRound({ fast: 60 });
const extraTime = anEntry('extended', 100, { seconds: 120, team: 'blue' });
const twelveRounds = Array.from({ length: 12 }, () => good);
const both = someRounds({ blue: twelveRounds, red: twelveRounds });
const roundsOf = (game: Game, team: string): number[] =>
  game.teams.find((each) => each.team === team)!.rounds.map(({ round }) => round);

test('rounds after the common end count for the team that has extra time, and for nobody else', () => {
  const game = play(anEvent(), both, someLog(extraTime), at(720));
  expect(game.phase).toBe('ended');
  expect(roundsOf(game, 'blue')).toHaveLength(12);
  expect(roundsOf(game, 'red')).toHaveLength(10);
  expect(game.teams.map(({ team, points }) => [team, points])).toEqual([
    ['blue', 720],
    ['red', 600],
  ]);
});

test('what another team says after its end counts for nothing', () => {
  const game = play(anEvent(), both, someLog(extraTime, declared('red', 650), declared('blue', 650)), at(800));
  expect(game.problems.map(({ about }) => about)).toEqual([declared('red', 650).id]);
  const falseAlarms = game.teams.filter(({ lines }) => lines.some(({ rule }) => rule === 'false-alarm'));
  expect(falseAlarms.map(({ team }) => team)).toEqual(['blue']);
});

test('an impact that is open at a team’s end is settled there, while another plays on', () => {
  const failing = [...twelveRounds.slice(0, 9), aRound({ failed: 60 })];
  const rounds = someRounds({ blue: twelveRounds, red: failing });
  const game = play(anEvent(), rounds, someLog(declared('red', 560), extraTime), at(660));
  expect(game.phase).toBe('running');
  const refunds = game.teams.flatMap(({ lines }) => lines.filter(({ rule }) => rule === 'detection'));
  expect(refunds).toMatchObject([{ team: 'red', at: at(600), round: 9 }]);
});

test('the board goes on with the clock, and others stay as they are', () => {
  const log = someLog(extraTime);
  const live = { asOf: 0, speed: 1 };
  const then = snapshotOf(anEvent(), both, log, at(600), live).teams.find(({ id }) => id === 'red');
  const later = snapshotOf(anEvent(), both, log, at(700), live);
  expect(later.clock).toMatchObject({ phase: 'running', eventSeconds: 700, endsSeconds: 720 });
  expect(later.teams.find(({ id }) => id === 'red')).toMatchObject({ points: then?.points, verdict: 'ok', gained: 0 });
});

test('whatever happens in one team’s extra time, others’ scores are the same as without it', () => {
  const extra = fc.record({
    given: fc.integer({ min: 1, max: ROUNDS * 60 }),
    rounds: fc.integer({ min: 1, max: 5 }),
    measured: fc.array(fc.option(anyMeasurement, { nil: undefined }), { maxLength: 5 }),
    strays: fc.array(fc.option(anyMeasurement, { nil: undefined }), { maxLength: 5 }),
    now: fc.integer({ min: 0, max: (ROUNDS + 8) * 60 }),
  });
  fc.assert(
    fc.property(
      anyEvent,
      anyUnbrokenRounds,
      anyLog,
      extra,
      (event, rounds, log, { given, measured, strays, ...rest }) => {
        const nothing = Array.from({ length: ROUNDS }, () => undefined);
        const more = someRounds({ blue: [...nothing, ...measured], red: [...nothing, ...strays] });
        const extended = anEntry('extended', given, { seconds: rest.rounds * 60, team: 'blue' });
        // A freeze by plan is none of its business, nor are pauses that only extra time can reach.
        const before = log.filter((entry) => Date.parse(entry.at) <= at(ROUNDS * 60));
        const without = play(event, [...rounds, ...more], before, at(rest.now));
        const withIt = play(event, [...rounds, ...more], [...before, extended], at(rest.now));
        const red = ({ teams }: Game) => {
          const { lines, rounds: own, impacts, points, served, spendUsd } = teams.find(({ team }) => team === 'red')!;
          return { lines, rounds: own, impacts, points, served, spendUsd };
        };
        expect(red(withIt)).toEqual(red(without));
      },
    ),
    { numRuns: 200 },
  );
});
