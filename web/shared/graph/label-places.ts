/**
 * Heights for labels that want to stand at `wanted` (any order), moved as little as it takes to keep them `gap` apart and
 * within `top`..`bottom`; the answer keeps the order of `wanted`. When they cannot all fit, they stand closer.
 */
export function placeLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const room = wanted.length > 1 ? Math.min(gap, (bottom - top) / (wanted.length - 1)) : gap;
  const downwards = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let above = top - room;
  for (const label of downwards) above = label.y = Math.max(label.y, above + room);
  let below = bottom + room;
  for (const label of downwards.reverse()) below = label.y = Math.min(label.y, below - room);
  const places = new Array<number>(wanted.length).fill(0);
  for (const label of downwards) places[label.index] = label.y;
  return places;
}
