/**
 * How legacy calculations are run. The team that quit calculated everything many times over (once per discount programme
 * that no longer exists); the answer is the same each time. The real server does it all, the arena, which charges the time
 * in its own model, calculates once.
 */
export interface Work {
  /** @param times at least 1 */
  repeat<T>(times: number, calculate: () => T): T;
}

export const legacyWork: Work = {
  repeat(times, calculate) {
    for (let done = 1; done < times; done++) calculate();
    return calculate();
  },
};

export const onceWork: Work = { repeat: (_times, calculate) => calculate() };
