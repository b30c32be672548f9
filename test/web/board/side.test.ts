import { slotAt } from '../../../web/board/side/slot';
import { holdSpotlights, spotlightAt, type HeldSpotlights } from '../../../web/board/side/spotlight';
import { suspenseOf } from '../../../web/board/side/suspense';
import type { Snapshot } from '../../../lib/core/view/snapshot';
import { aSnapshot, revealed } from '../../support/snapshots';

const gained = (round: number) => ({ kind: 'gained' as const, team: 'team001', round, value: 12 });
const board = (round: number, more = 0) => ({
  spotlights: Array.from({ length: 1 + more }, (_, index) => ({ ...gained(round), team: `team00${index + 1}` })),
});
const frozen: Snapshot = {
  ...aSnapshot({ rounds: 220 }),
  freeze: { frozen: true, atSeconds: 13_200, revealed: false },
};

describe('a spotlight', () => {
  test('stands for a while, each of a round after the other', () => {
    const held = holdSpotlights(undefined, board(7, 1), 1000);
    expect([1000, 6999, 7000, 12_999, 13_000].map((ms) => spotlightAt(held, ms)?.team)).toEqual([
      'team001',
      'team001',
      'team002',
      'team002',
      undefined,
    ]);
  });

  test('is not chased away by the next rounds of a fast rehearsal, and rests before another', () => {
    let held: HeldSpotlights | undefined;
    const rounds: (number | undefined)[] = [];
    for (let second = 0; second < 40; second += 1) {
      held = holdSpotlights(held, board(second), second * 1000);
      rounds.push(spotlightAt(held, second * 1000)?.round);
    }
    expect(rounds.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rounds.slice(6, 18)).toEqual(Array.from({ length: 12 }, () => undefined));
    expect(rounds[18]).toBe(18);
  });

  test('does not come twice for the same round', () => {
    const held = holdSpotlights(undefined, board(7), 0);
    expect(holdSpotlights(held, board(7), 60_000)).toBe(held);
  });

  test('is gone with the freeze', () => {
    expect(holdSpotlights(holdSpotlights(undefined, board(7), 0), { spotlights: [] }, 1000)).toBeUndefined();
  });
});

describe('beside the standings', () => {
  const kinds = (snapshot: Snapshot) =>
    new Set(Array.from({ length: 24 }, (_, second) => slotAt(snapshot, undefined, second * 1000).kind));

  test('incidents stand while it is played, and take turns with what a freeze leaves open or with the awards', () => {
    expect(kinds(aSnapshot())).toEqual(new Set(['incidents']));
    expect(kinds(frozen)).toEqual(new Set(['freeze', 'incidents']));
    expect(kinds(revealed(aSnapshot()))).toEqual(new Set(['awards', 'incidents']));
  });
});

describe('what a freeze leaves open', () => {
  const teams = frozen.teams.slice(0, 3).map((team, place) => ({ ...team, points: [1000, 900, 100][place]! }));
  const flat: Snapshot = {
    ...frozen,
    teams,
    clock: { ...frozen.clock, endsSeconds: 14_400 },
    traffic: { stepsPerSecond: 1, plan: [0.5, 0.5] },
  };

  test('is what the rest of the plan is worth at best, and who could reach the lead with it', () => {
    expect(suspenseOf(flat)).toEqual({
      frozenAtSeconds: 13_200,
      over: false,
      stillToWin: expect.closeTo(600) as number,
      lead: 100,
      withinReach: 2,
      teams: 3,
    });
  });

  test('is nothing more when the freeze is the end', () => {
    expect(suspenseOf({ ...flat, freeze: { ...flat.freeze, atSeconds: 14_400 } })).toMatchObject({
      stillToWin: 0,
      withinReach: 1,
    });
  });

  test('is not told of a board that is not frozen, and knows of no lead where there is one team', () => {
    expect(suspenseOf(aSnapshot())).toBeUndefined();
    expect(suspenseOf({ ...flat, teams: teams.slice(0, 1) })?.lead).toBeUndefined();
  });
});
