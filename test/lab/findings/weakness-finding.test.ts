import fc from 'fast-check';
import type { Condition } from '../../../lib/lab/findings/conditions';
import { weaknessFinding } from '../../../lib/lab/findings/weakness-finding';
import { tinyShop } from '../tiny-shop';
import { anOutcome } from './outcomes';

const card = tinyShop.weaknesses[0]!;
const condition = (id: string): Condition => ({ id, kind: 'spike', label: id, fromSeconds: 0, untilSeconds: 60 });
const [calm, storm] = [condition('calm'), condition('storm')];

test('a loss is what the clean team of the same seed has more, put down to the condition of the round', () => {
  const rounds = [calm, storm, storm];
  const clean = [anOutcome([100, 100, 100]), anOutcome([100, 100, 100])];
  const left = [anOutcome([100, 40, 90]), anOutcome([101, 100, 99])];
  expect(weaknessFinding(card, rounds, clean, left)).toMatchObject({
    lost: [70, 0],
    spread: { mean: 35, least: 0, most: 70 },
    share: 35 / 300,
    seeds: 1,
    under: [
      { condition: 'storm', lost: 35.5, seeds: 2 },
      { condition: 'calm', lost: -0.5, seeds: 0 },
    ],
  });
});

test('conditions under which nothing was lost or won are not named', () => {
  expect(weaknessFinding(card, [calm, storm], [anOutcome([5, 5])], [anOutcome([5, 1])]).under).toEqual([
    { condition: 'storm', lost: 4, seeds: 1 },
  ]);
});

test('where a clean team earns nothing no loss is a share of it', () => {
  expect(weaknessFinding(card, [calm], [anOutcome([-5])], [anOutcome([-9])])).toMatchObject({ share: 0, seeds: 1 });
});

test('the losses under all conditions add up to the whole loss, whatever was earned when', () => {
  const rows = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 6, maxLength: 6 });
  const rounds = [calm, storm, calm, calm, storm, storm];
  fc.assert(
    fc.property(fc.array(fc.tuple(rows, rows), { minLength: 1, maxLength: 5 }), (seeds) => {
      const finding = weaknessFinding(
        card,
        rounds,
        seeds.map(([clean]) => anOutcome(clean)),
        seeds.map(([, left]) => anOutcome(left)),
      );
      const total = finding.under.reduce((sum, { lost }) => sum + lost, 0);
      expect(total).toBeCloseTo(finding.spread.mean, 6);
    }),
  );
});
