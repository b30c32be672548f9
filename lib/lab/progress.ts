/**
 * One line that says how far the lab is, such as `Played 34 of 192 games, 3.4 a second, 47 s left`.
 * @param realSeconds since the first game began
 */
export function labProgress(done: number, games: number, realSeconds: number): string {
  const rate = realSeconds > 0 ? done / realSeconds : 0;
  const told = `Played ${done} of ${games} games`;
  if (done === 0 || rate === 0) return told;
  return `${told}, ${rate.toFixed(1)} a second, ${Math.ceil((games - done) / rate)} s left`;
}
