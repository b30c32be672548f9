import { differences, type Path } from '../architecture/difference';
import type { Synthesis } from './synth';

/** How one weakness spoils the good template. */
export interface WeaknessCheck {
  readonly weakness: string;
  /** How many values of the template it sets or removes; 0 means that it spoils nothing. */
  readonly values: number;
  /** What it changes that another weakness changes too, so that repairing one would repair or undo the other. */
  readonly overlaps: readonly Overlap[];
}

export interface Overlap {
  readonly with: string;
  /** `Resource.Property.Path` */
  readonly path: string;
}

/** Looks at every weakness of a synthesis, in its order. */
export function checkWeaknesses({ good, spoiledBy }: Pick<Synthesis, 'good' | 'spoiledBy'>): WeaknessCheck[] {
  const paths = new Map(
    Object.entries(spoiledBy).map(([id, spoiled]) => [id, differences(good, spoiled).map(({ path }) => path)]),
  );
  return [...paths].map(([weakness, own]) => ({
    weakness,
    values: own.length,
    overlaps: [...paths].flatMap(([other, others]) =>
      other === weakness
        ? []
        : own
            .filter((path) => others.some((each) => touches(path, each)))
            .map((path) => ({ with: other, path: path.slice(1).join('.') })),
    ),
  }));
}

export const isSound = ({ values, overlaps }: WeaknessCheck): boolean => values > 0 && overlaps.length === 0;

/** Whether one path is the beginning of the other. */
const touches = (a: Path, b: Path): boolean =>
  Array.from({ length: Math.min(a.length, b.length) }, (_, index) => a[index] === b[index]).every(Boolean);
