/**
 * What the load program is told, once, as one line of JSON: the first of standard input. All instants are real time, ms since the
 * epoch.
 *
 * Standard input then stays open. The program ends by itself one timeout after the last window; on SIGTERM, or when standard input
 * ends because nobody is there any more, it begins nothing more, tells what it has and ends. Exit code 0 for all these, 1 when the
 * engine failed, 2 for an order that cannot be read.
 */
export interface LoadOrder {
  /** The scenario whose `scenarios/<id>/journey.ts` is played. */
  readonly scenario: string;
  readonly seed: number;
  /** Real instant at which event time is 0. */
  readonly startsAtMs: number;
  /** Event instant (event's calendar, ms since the epoch) at event time 0. */
  readonly calendarStartMs: number;
  /** Event seconds per real second. */
  readonly speed: number;
  /** Length of a counting window in event seconds; windows are numbered from 0 at event time 0. */
  readonly windowSeconds: number;
  /** First window to send in (later than 0 when a rehearsal is resumed), and the window before which to stop. */
  readonly fromWindow: number;
  readonly untilWindow: number;
  readonly timeoutMs: number;
  readonly fastMs: number;
  readonly acceptableMs: number;
  readonly teams: readonly LoadTeam[];
}
export interface LoadTeam {
  readonly id: string;
  /** Without a trailing slash, `http://127.0.0.1:4001`. */
  readonly url: string;
  readonly account: string;
  readonly signingKey: string;
  /** Journeys to start in each window from `fromWindow` on, evenly spread over it; the sampling is already done. */
  readonly journeysPerWindow: readonly number[];
}

/**
 * One line of standard output: a window of one team. Sent when every journey begun in it has ended, or one timeout after the
 * window's end, whichever is first, and again, with larger counts, when a later step makes it grow: of two lines of a window
 * and team the one with more requests holds.
 */
export interface WindowLine {
  readonly window: number;
  readonly team: string;
  /**
   * Steps that were to be sent. They follow the counts: a step is expected in the window in which it was sent, a step never sent in
   * the one in which its journey began. So more is expected than offered only by what the engine itself failed to do.
   */
  readonly expected: number;
  readonly fast: number;
  readonly acceptable: number;
  readonly slow: number;
  readonly faulty: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** 99th percentile of how late journeys were begun, or would have been, ms. */
  readonly lagMs: number;
  /**
   * Why steps are expected and missing, which is never the team's failure: `engine-lag` (journeys that were more than 50 ms late, or answers
   * that may have been fast enough before the engine came to read them), `engine-start` (it was not ready yet), `engine-late`
   * (never begun at all), `engine-died` (k6 did, before the window was over), `engine-full` and `engine-sockets`. Where less than half of what is expected is left, the game takes
   * the whole window for unchecked.
   */
  readonly flags: readonly string[];
}
