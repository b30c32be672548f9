import { differences, type Patch } from '../../architecture/difference';
import type { Synthesis } from '../../scenarios/synth';

/** What each weakness changes in the good template, and what changes it back, by the weakness's id. */
export interface WeaknessPatches {
  readonly spoils: ReadonlyMap<string, Patch>;
  readonly repairs: ReadonlyMap<string, Patch>;
}

const known = new WeakMap<Synthesis, WeaknessPatches>();

/** Worked out once a synthesis, because many games are played from one. */
export function weaknessPatches(synthesis: Synthesis): WeaknessPatches {
  const there = known.get(synthesis);
  if (there !== undefined) return there;
  const { good } = synthesis;
  const spoiled = Object.entries(synthesis.spoiledBy);
  const patches: WeaknessPatches = {
    spoils: new Map(spoiled.map(([id, template]) => [id, differences(good, template)])),
    repairs: new Map(spoiled.map(([id, template]) => [id, differences(template, good)])),
  };
  known.set(synthesis, patches);
  return patches;
}
