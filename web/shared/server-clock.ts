/** Bounds, in ms, of what to add to the viewer's clock to get the server's. */
export interface ClockOffset {
  readonly atLeastMs: number;
  readonly atMostMs: number;
}

/** One answer: the viewer's clock when it was asked for and when it came, and its `Date` header in ms. */
export interface Dated {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  readonly dateMs: number;
}

/**
 * What an answer tells about the server's clock, joined with what was known.
 *
 * The header names a whole second and was written between asking and receiving, so each answer gives an interval; their
 * intersection narrows from answer to answer. When they no longer meet, one of the clocks was set: the newest answer holds.
 */
export function narrowOffset(known: ClockOffset | undefined, answer: Dated): ClockOffset {
  const seen = { atLeastMs: answer.dateMs - answer.receivedAtMs, atMostMs: answer.dateMs + 1000 - answer.sentAtMs };
  if (known === undefined) return seen;
  const both = {
    atLeastMs: Math.max(known.atLeastMs, seen.atLeastMs),
    atMostMs: Math.min(known.atMostMs, seen.atMostMs),
  };
  return both.atLeastMs <= both.atMostMs ? both : seen;
}

/** The server's time, ms since the epoch, when the viewer's clock shows `viewerMs`; without any answer yet, the viewer's. */
export function serverTime(offset: ClockOffset | undefined, viewerMs: number): number {
  return offset === undefined ? viewerMs : viewerMs + (offset.atLeastMs + offset.atMostMs) / 2;
}
