import { canonicalJson } from '../canonical';
import { dice } from '../dice';
import type { ExperimentCard } from './experiment';

/**
 * Sixteen letters and digits that change with anything of an experiment, so that what was reviewed and approved is what runs. It notices
 * a change; it does not withstand somebody who looks for another experiment of the same version.
 */
export function experimentVersion(card: ExperimentCard): string {
  const content = canonicalJson(card);
  return ['one', 'two'].map((half) => hex(dice(half, content))).join('');
}

const hex = (share: number): string =>
  Math.floor(share * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
