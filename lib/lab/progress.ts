/** Share of the games before whose end the rate is that of threads that are still starting, and says nothing. */
const TELLING_SHARE = 0.05;
const BAR_LENGTH = 20;

/**
 * One line that says how far the lab is, such as `[####................] Played 34 of 170 games, 3.4 a second, 40 s left`.
 * @param games 1 or more @param realSeconds since the first game began
 */
export function labProgress(done: number, games: number, realSeconds: number): string {
  const full = Math.floor((BAR_LENGTH * done) / games);
  const told = `[${'#'.repeat(full)}${'.'.repeat(BAR_LENGTH - full)}] Played ${done} of ${games} games`;
  if (realSeconds === 0 || done < TELLING_SHARE * games) return told;
  const rate = done / realSeconds;
  return `${told}, ${rate.toFixed(1)} a second, ${Math.ceil((games - done) / rate)} s left`;
}
