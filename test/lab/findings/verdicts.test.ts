import { playerFinding, type PlayerFinding } from '../../../lib/lab/findings/player-finding';
import { verdictsOf, type Evidence } from '../../../lib/lab/findings/verdicts';
import { weaknessFinding, type WeaknessFinding } from '../../../lib/lab/findings/weakness-finding';
import { variantsOf } from '../../../lib/lab/variants';
import { tinyShop } from '../tiny-shop';
import { anOutcome } from './outcomes';

const seeds = 20;
const fair: Readonly<Record<string, number>> = { clean: 1000, expert: 900, steady: 800, novice: 400, idle: 100 };
const everySeed = (points: number): number[] => new Array<number>(seeds).fill(points);

/** Players of a fair scenario but for these, by id; strategies have 300 points. */
function players(changes: Readonly<Record<string, readonly number[]>> = {}): PlayerFinding[] {
  return variantsOf([]).map((variant) => {
    const points = changes[variant.id] ?? everySeed(fair[variant.id] ?? 300);
    return playerFinding(
      variant,
      points.map((each) => anOutcome([each])),
    );
  });
}

/** A weakness that costs these points of 1,000, by seed. */
function weakness(lost: readonly number[] = everySeed(50)): WeaknessFinding {
  const condition = { id: 'storm', kind: 'spike', label: 'storm', fromSeconds: 0, untilSeconds: 60 } as const;
  return weaknessFinding(
    tinyShop.weaknesses[0]!,
    [condition],
    lost.map(() => anOutcome([1000])),
    lost.map((loss) => anOutcome([1000 - loss])),
  );
}

const broken = (evidence: Partial<Evidence>): string[] =>
  verdictsOf({ weaknesses: [weakness()], players: players(), ...evidence }).flatMap(({ id, passed }) =>
    passed ? [] : [id],
  );

/** All seeds alike but for the first few. */
const but = (few: number, points: number, otherwise: number): number[] =>
  everySeed(otherwise).map((usual, seed) => (seed < few ? points : usual));

test('a fair scenario keeps every verdict', () => {
  expect(broken({})).toEqual([]);
});

test.each<[string, Partial<Evidence>, string[]]>([
  [
    'a weakness that costs less than 1 % does not matter',
    { weaknesses: [weakness(everySeed(9.9))] },
    ['matters/lonely'],
  ],
  ['one that costs 1 % does', { weaknesses: [weakness(everySeed(10))] }, []],
  ['one that costs more than 40 % decides the day', { weaknesses: [weakness(everySeed(400.1))] }, ['bounded/lonely']],
  ['one that costs 40 % does not', { weaknesses: [weakness(everySeed(400))] }, []],
  [
    'one that costs nothing in two of twenty seeds is left in unpunished too often',
    { weaknesses: [weakness(but(2, 0, 50))] },
    ['clean-beats-weakness/lonely'],
  ],
  ['in one of twenty is chance', { weaknesses: [weakness(but(1, -1, 50))] }, []],
  [
    'an expert who beats the clean team in two of twenty seeds shows that the good stack is none',
    { players: players({ expert: but(2, 1001, 900) }) },
    ['clean-beats/expert'],
  ],
  [
    'a trick that beats a steady team in two of twenty seeds pays too often',
    { players: players({ 'static-page': but(2, 801, 300) }) },
    ['steady-beats/static-page'],
  ],
  [
    'a trick that pays in the mean pays, also when it wins one seed alone',
    { players: players({ 'all-hints-at-once': but(1, 1000, 799), steady: but(1, 500, 800) }) },
    ['steady-beats/all-hints-at-once'],
  ],
  ['a draw is no win', { players: players({ 'everything-off': everySeed(800) }) }, ['steady-beats/everything-off']],
  [
    'a novice as good as a steady team shows that skill does not pay',
    { players: players({ novice: everySeed(800) }) },
    ['skill/steady-over-novice'],
  ],
  [
    'a clean team that earns nothing proves nothing else either',
    { players: players({ clean: but(1, 0, 1000) }) },
    ['clean-earns'],
  ],
])('%s', (_rule, evidence, verdicts) => {
  expect(broken(evidence)).toEqual(verdicts.length === 0 ? [] : expect.arrayContaining(verdicts));
});

test('a verdict on a weakness that does not matter names it and what should expose it', () => {
  const [verdict] = verdictsOf({ weaknesses: [weakness(everySeed(0))], players: players() }).filter(
    ({ passed }) => !passed,
  );
  expect(verdict?.reason).toContain('Alone at the till');
  expect(verdict?.reason).toContain('the experiment stop');
});

test('every verdict has an id of its own', () => {
  const ids = verdictsOf({ weaknesses: [weakness()], players: players() }).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
