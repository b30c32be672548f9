import { applyPatch } from '../../../lib/architecture/difference';
import type { StepClass } from '../../../lib/core/records/records';
import { stepsPerSecondAt } from '../../../lib/core/time/traffic';
import { weaknessPatches } from '../../../lib/rehearsal/stage/weakness-patches';
import type { Scenario } from '../../../lib/scenarios/scenario';
import { synthesise, type Synthesis } from '../../../lib/scenarios/synth';
import { aWorldBefore, lookOf, sharesByRound, strike, strikesAtSeconds } from './trial';

/** How an experiment is tried. */
export interface Case {
  /** Weaknesses that an otherwise good stack has. */
  readonly weak: readonly string[];
  readonly symptom: StepClass;
  /** @default 1: steady */
  readonly growth?: number;
  /** A seed whose lot hits where it hurts. @default 7 */
  readonly seed?: number;
}

/**
 * Tries every experiment of a scenario: it shows where it should, a repaired architecture is over it in time, and it leaves everything as
 * it was found.
 *
 * @param atSeconds instant of the day whose traffic is what is tried with
 * @param calmShare share of that traffic at which what was added against the fault is taken back
 */
export function describeExperiments(
  { id, application, experiments, traffic }: Scenario,
  cases: Readonly<Record<string, Case>>,
  atSeconds: number,
  calmShare = 1 / 20,
): void {
  let synthesis: Synthesis;
  beforeAll(async () => (synthesis = await synthesise(id)), 60_000);

  // Without spikes.
  const usual = stepsPerSecondAt({ traffic, spikes: [] }, atSeconds);
  const steady = () => usual;

  /** From the strike on, traffic grows so many times within ten minutes, as in the rest of the day. */
  const growing = (times: number) => (seconds: number) =>
    usual * (1 + (times - 1) * Math.min(1, Math.max(0, (seconds - strikesAtSeconds) / 600)));

  test('every experiment is tried here', () => {
    expect(Object.keys(cases).sort()).toEqual(experiments.map((each) => each.id).sort());
  });

  describe.each(experiments)('$id', (card) => {
    const { weak, symptom, growth = 1, seed = 7 } = cases[card.id]!;
    const until = strikesAtSeconds + card.durationSeconds;
    const spoiledBy = (weaknesses: readonly string[]) => {
      const { spoils } = weaknessPatches(synthesis);
      return weaknesses.reduce((template, id) => applyPatch(template, spoils.get(id)!), synthesis.good);
    };

    test(`shows as ${symptom} steps where it finds ${weak.join(' and ') || 'any architecture'}`, () => {
      const site = { application, template: spoiledBy(weak), rate: growing(growth), seed };
      const [struck, spared] = [aWorldBefore(site), aWorldBefore(site)];
      strike(struck, card);
      for (const world of [struck, spared]) world.advance(until + 60);
      const without = sharesByRound(spared, strikesAtSeconds, until);
      const rise = sharesByRound(struck, strikesAtSeconds, until).map(
        (shares, round) => shares[symptom] - without[round]![symptom],
      );
      expect(Math.max(...rise)).toBeGreaterThan(0.03);
    });

    test(`is over for customers of the repaired architecture within ${card.recoversWithinSeconds} s`, () => {
      const world = aWorldBefore({ application, template: synthesis.good, rate: growing(growth), seed });
      strike(world, card);
      const quiet = strikesAtSeconds + card.recoversWithinSeconds;
      const end = Math.max(quiet, Math.min(until, strikesAtSeconds + 1800)) + 300;
      world.advance(end + 60);
      const served = sharesByRound(world, quiet, end).map(({ fast, acceptable }) => fast + acceptable);
      expect(served.length).toBeGreaterThanOrEqual(5);
      expect(Math.min(...served)).toBeGreaterThanOrEqual(0.95);
    });

    const endings = [
      ['when its time is up', 1],
      ['stopped half-way', 0.5],
    ] as const;
    // What shows on any architecture has no weak one of its own.
    const architectures = weak.length === 0 ? ['repaired'] : ['repaired', 'weak'];
    test.each(architectures.flatMap((architecture) => endings.map((ending) => [architecture, ...ending] as const)))(
      'leaves the %s architecture as it was found: %s',
      (architecture, _when, share) => {
        const template = architecture === 'weak' ? spoiledBy(weak) : synthesis.good;
        const endsAt = strikesAtSeconds + card.durationSeconds * share;
        // Quiet afterwards, so that what was added against the fault is taken back.
        const rate = (seconds: number) => (seconds < endsAt ? steady() : usual * calmShare);
        const world = aWorldBefore({ application, template, rate, seed });
        const before = lookOf(world, card);
        const stop = strike(world, card);
        world.advance(endsAt);
        if (share < 1) stop();
        const after = endsAt + 5400;
        world.advance(after);
        expect(lookOf(world, card)).toEqual(before);
        for (const shares of sharesByRound(world, after - 660, after - 60)) {
          expect(shares).toMatchObject({ slow: 0, faulty: 0, failed: 0 });
          expect(shares.fast).toBeGreaterThan(0.9);
        }
      },
    );
  });
}
