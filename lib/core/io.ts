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
}
