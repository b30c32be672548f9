import { createHash } from 'node:crypto';

/**
 * A number in [0, 1) that depends on nothing but its key, so that a bot's dice fall the same way when a rehearsal is
 * resumed: no generator state has to be kept.
 */
export function dice(...key: readonly (string | number)[]): number {
  return createHash('sha256').update(key.join('|')).digest().readUInt32BE(0) / 2 ** 32;
}

/** A number between the two, by the same dice. */
export const between = (low: number, high: number, ...key: readonly (string | number)[]): number =>
  low + (high - low) * dice(...key);
