/** How a command speaks. Commands never print: what they say goes through this. */
export interface Io {
  /** What was asked for, on standard output, so that it can be piped. */
  result(text: string): void;
  /** Words for the person at the terminal, a line each. */
  notify(message: string): void;
  /**
   * How far long work is; the newest replaces the one before. Where nothing can be replaced, as in a log, only some are told.
   * @param done share of the work, 0 to 1; left out for a step that is told in any case
   */
  progress(message: string, done?: number): void;
  /** Asks before something that cannot be undone; false also when nobody can answer. */
  confirm(question: string): Promise<boolean>;
  /** Rows that stand while work on several things goes on, one for each title; absent where nothing can stand, as in a log. */
  readonly rows?: (titles: readonly string[]) => LiveRows;
}

/** Rows on the screen, by index. */
export interface LiveRows {
  /** How far the work of a row is. */
  say(row: number, text: string): void;
  /** The work of a row is over. */
  end(row: number, outcome: 'done' | 'failed', text: string): void;
  /** Resolves when every row has ended and stands for good. */
  readonly settled: Promise<void>;
}
