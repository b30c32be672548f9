/** Lines over event time, ready to be drawn. */
export interface LineGraph {
  /** Event seconds of each value, ascending. */
  readonly atSeconds: readonly number[];
  /** Each is named at its end; of two that cross the first lies below. */
  readonly lines: readonly GraphLine[];
  /** Event time from which the axis reaches. @default 0 */
  readonly fromSeconds?: number;
  /** Event time up to which the axis reaches. */
  readonly untilSeconds: number;
  /** An instant that is marked, as where standings were frozen; null: none. */
  readonly markedAtSeconds: number | null;
}

export interface GraphLine {
  readonly id: string;
  readonly name: string;
  readonly hue: string;
  /** One for each of `atSeconds`; null where there is none, which leaves a gap. */
  readonly values: readonly (number | null)[];
  /** What is promised, allowed or planned, and not measured. */
  readonly dashed?: boolean;
}
