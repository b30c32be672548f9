/** What the shop signs. Shared by the program and the journey, so: no imports and nothing that k6 lacks. */

const minuteMs = 60_000;
/** How old a sign may be, so that honest caching is legal. */
const graceMs = 30_000;

/** The minute of an instant on the event's calendar, ms. */
export const minuteOf = (at: number): number => Math.floor(at / minuteMs);

/** Minutes whose sign an answer may show that was asked for and came at these instants, ms. */
export function legalMinutes({ sentAt, receivedAt }: { sentAt: number; receivedAt: number }): number[] {
  const minutes: number[] = [];
  for (let minute = minuteOf(sentAt - graceMs); minute <= minuteOf(receivedAt); minute++) minutes.push(minute);
  return minutes;
}

/** The sign in the window, which changes every minute. */
export const signText = (minute: number): string => `sign|${minute}`;

export const receiptText = (account: string, nonce: string): string => `receipt|${account}|${nonce}`;
