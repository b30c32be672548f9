/**
 * Colours of lines, told apart by most colour-blind viewers (after Okabe and Ito's set) and at least 4.5:1 on the board's ground.
 * A line is never known by colour alone: its name stands at its end.
 */
export const hues = ['#5cb8ff', '#ffb547', '#3ddbb0', '#ff8fc8', '#f4e66a', '#ff7a52', '#b9a1ff', '#d6dee6'] as const;

/**
 * A colour for each of the shown teams, no two alike. A team keeps its own as long as nobody shown before it has the same,
 * so lines rarely change colour when teams overtake.
 *
 * @param shown ids of the teams that need a colour, at most as many as there are hues
 * @param all ids of all teams, in any order
 */
export function hueOf(shown: readonly string[], all: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map([...all].sort().map((id, i) => [id, i] as const));
  const taken = new Set<string>();
  const given = new Map<string, string>();
  for (const id of shown) {
    const own = places.get(id) ?? 0;
    const free = hues.map((_, i) => hues[(own + i) % hues.length]).find((hue) => hue !== undefined && !taken.has(hue));
    if (free === undefined) break;
    taken.add(free);
    given.set(id, free);
  }
  return given;
}
