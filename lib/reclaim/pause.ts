/** Longest pause between looks at what is going: AWS takes minutes for the slowest, and counts every question. */
const LONGEST_MS = 15_000;

/** Before the look of this number, from 0: most things are gone within seconds. Milliseconds. */
export const pauseMs = (look: number): number => Math.min(LONGEST_MS, 1000 * 2 ** look);
