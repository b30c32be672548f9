/** Where teams stand on the board: columns of row numbers, best first, and which turn of how many is shown. */
export interface Seating {
  /** `single`: one column of large rows. `double`: two columns. `turning`: the leaders stay, the others take turns beside them. */
  readonly kind: 'single' | 'double' | 'turning';
  /** Rows that each column has room for. */
  readonly rows: number;
  readonly columns: readonly (readonly number[])[];
  readonly turn: number;
  readonly turns: number;
}

/** More rows than this do not stay legible from the back of a room (a row's second line would fall below 1/50 of the screen's height). */
const MOST_ROWS = 10;
const MOST_SINGLE = 8;

/** Seats `teams` teams; `turn` may count on for ever. Few teams leave no gaps, many take turns so that everybody is seen. */
export function seat(teams: number, turn: number): Seating {
  if (teams <= MOST_SINGLE) {
    return { kind: 'single', rows: Math.max(teams, 1), columns: [rowNumbers(0, teams)], turn: 0, turns: 1 };
  }
  if (teams <= 2 * MOST_ROWS) {
    const rows = Math.ceil(teams / 2);
    return { kind: 'double', rows, columns: [rowNumbers(0, rows), rowNumbers(rows, teams)], turn: 0, turns: 1 };
  }
  const turns = Math.ceil((teams - MOST_ROWS) / MOST_ROWS);
  const now = turn % turns;
  const from = MOST_ROWS * (1 + now);
  const others = rowNumbers(from, Math.min(from + MOST_ROWS, teams));
  return { kind: 'turning', rows: MOST_ROWS, columns: [rowNumbers(0, MOST_ROWS), others], turn: now, turns };
}

function rowNumbers(from: number, before: number): number[] {
  return Array.from({ length: before - from }, (_, i) => from + i);
}
