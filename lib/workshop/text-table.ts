/** A table as text files hold it. Lines count from 1. */
export interface TextTable {
  /** Line of the names of the columns. */
  readonly line: number;
  readonly head: readonly string[];
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  readonly line: number;
  /** As many as the row has, which may be fewer or more than there are columns. */
  readonly cells: readonly string[];
}

/** Something wrong at a line of a table. */
export interface TableMistake {
  readonly line: number;
  /** Name of the column; empty for the line as a whole. */
  readonly column: string;
  readonly what: string;
  /** What to write instead, one sentence. */
  readonly fix: string;
}

/** `7 class: "Deploy" is no failure class. Write …` */
export const tableMistakeText = ({ line, column, what, fix }: TableMistake): string =>
  `${line} ${column === '' ? '' : `${column}: `}${what}. ${fix}`;
