import type { GameDayErrorCode } from '../../lib/core/errors';

/** Matches a `GameDayError` of this code whose message holds this text. */
export const refusal = (code: GameDayErrorCode, message = ''): Error =>
  expect.objectContaining({ code, message: holding(message) }) as Error;

/** Matches any text that holds this one. */
export const holding = (text: string): string => expect.stringContaining(text) as string;
