/**
 * Steps that are begun for a window and team at least, where that many are planned. Sixty are to be counted in each, enough for a
 * share of 5 % to be seen; the rest is room for steps that are sent after the window in which their journey began.
 */
export const leastSampledSteps = 75;

/**
 * Journeys to start in each window for one team.
 *
 * At speed 1 every planned step is sent. Faster, the planned rate is kept per real second, but a window gets at least
 * `leastSampledSteps` where that many are planned, and never more than planned. Journeys are whole: what is cut off one window is
 * carried to the next, so that up to any window the journeys started are the wanted ones rounded down, and a single window
 * may hold less than one journey more than wanted.
 *
 * @param plannedSteps steps planned in each window, from the first window on
 * @param speed event seconds per real second, above 0
 * @param journeySteps steps of one journey
 */
export function sampledJourneys(plannedSteps: readonly number[], speed: number, journeySteps: number): number[] {
  const least = Math.ceil(leastSampledSteps / journeySteps);
  let wanted = 0;
  let started = 0;
  return plannedSteps.map((steps) => {
    const planned = steps / journeySteps;
    wanted += speed <= 1 ? planned : Math.min(planned, Math.max(least, planned / speed));
    // Sums of fractions fall short of whole numbers by rounding errors.
    const journeys = Math.floor(wanted + 1e-6) - started;
    started += journeys;
    return journeys;
  });
}
