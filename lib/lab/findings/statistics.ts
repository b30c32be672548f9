/** How values spread. Quartiles are interpolated between the nearest two (type 7 of Hyndman and Fan, as most programs have it). */
export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
}

/** 0 of nothing. */
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Share of those for which something holds, 0 to 1; 0 of nothing. */
export const shareOf = <T>(items: readonly T[], holds: (item: T, index: number) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length;

/** Null of nothing. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? 0;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { mean: mean(values), least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) };
}

/** The mean of several rows, place by place. @param rows of one length */
export function meanRow(rows: readonly (readonly number[])[]): number[] {
  const [first = []] = rows;
  return first.map((_, place) => mean(rows.map((row) => row[place] ?? 0)));
}
