import { Bot, type BotAction } from '../../../lib/rehearsal/bots/bot';
import { paced, profileFor } from '../../../lib/rehearsal/bots/profile';

const weaknesses = ['alpha', 'beta', 'gamma', 'delta'];

/** Everything a bot does in a day of four hours in which repairs take effect and every round has an impact of its own. */
function dayOf(profile: string, seed: number): BotAction[] {
  const bot = new Bot(profileFor(profile, 0), 'blue', seed);
  const left = new Set(weaknesses);
  const actions: BotAction[] = [];
  for (let atSeconds = 60; atSeconds <= 4 * 3600; atSeconds += 60) {
    for (const action of actions) {
      if (action.kind === 'repair' && action.atSeconds <= atSeconds) left.delete(action.weakness);
    }
    actions.push(...bot.see({ atSeconds, undeclaredImpact: atSeconds - 60, weaknesses: [...left] }));
  }
  return actions;
}

const repairs = (actions: readonly BotAction[]): number[] =>
  actions.flatMap((action) => (action.kind === 'repair' ? [action.atSeconds] : []));
const last = (values: readonly number[]): number => Math.max(...values);

test('the same seed leads to the same day, another seed to another', () => {
  expect(dayOf('steady', 1)).toEqual(dayOf('steady', 1));
  expect(dayOf('steady', 1)).not.toEqual(dayOf('steady', 2));
});

test('a team that never wakes up does nothing at all', () => {
  expect(dayOf('idle', 1)).toEqual([]);
});

test.each([1, 2, 3, 4, 5])('the better a team, the sooner it is done (seed %i)', (seed) => {
  const [novice = 0, steady = 0, expert = 0] = ['novice', 'steady', 'expert'].map((name) =>
    last(repairs(dayOf(name, seed))),
  );
  expect(expert).toBeLessThan(steady);
  expect(steady).toBeLessThan(novice);
});

test('nobody acts in the past of what was seen', () => {
  const bot = new Bot(profileFor('expert', 0), 'blue', 3);
  for (let atSeconds = 60; atSeconds <= 3600; atSeconds += 60) {
    for (const action of bot.see({ atSeconds, undeclaredImpact: atSeconds - 60, weaknesses })) {
      expect(action.atSeconds).toBeGreaterThan(atSeconds);
    }
  }
});

test('an impact is declared once at most', () => {
  const bot = new Bot(profileFor('expert', 0), 'blue', 1);
  const seen = [60, 120, 180].flatMap((atSeconds) => bot.see({ atSeconds, undeclaredImpact: 0, weaknesses: [] }));
  expect(seen).toHaveLength(1);
});

test('hints are bought level by level', () => {
  const levels = new Map<string, number[]>();
  for (const action of dayOf('novice', 11)) {
    if (action.kind === 'hint') levels.set(action.weakness, [...(levels.get(action.weakness) ?? []), action.level]);
  }
  expect(levels.size).toBeGreaterThan(0);
  for (const bought of levels.values()) expect(bought).toEqual(bought.map((_, index) => index + 1));
});

test('teams of an event that names no profile get different ones in turn', () => {
  expect(['blue', 'red', 'green', 'gold'].map((team, place) => profileFor(team, place).name)).toEqual([
    'steady',
    'expert',
    'novice',
    'idle',
  ]);
});

test('in an event of two hours a bot works twice as fast as in one of four; nobody is slower in a longer one', () => {
  const steady = profileFor('steady', 0);
  const half = ([low, high]: readonly [number, number]) => [low / 2, high / 2];
  expect(paced(steady, 2 * 3600)).toEqual({
    ...steady,
    beginsAt: half(steady.beginsAt ?? [0, 0]),
    look: half(steady.look),
    repair: half(steady.repair),
  });
  expect(paced(steady, 8 * 3600)).toEqual(steady);
  expect(paced(profileFor('idle', 0), 3600)).not.toHaveProperty('beginsAt');
});
