/**
 * How an event's records lie in its DynamoDB table: `pk` is the event's id; `sk` sorts log entries by instant and rounds by number.
 * The record itself is JSON in `record`, so that what is written is exactly what is folded. What has `expires`, in seconds since the
 * epoch, is deleted some time after it; records have none.
 */
export const eventTable = { partitionKey: 'pk', sortKey: 'sk', record: 'record', expires: 'expiresAt' } as const;

/** Longest round number that sorts right: five digits are more than a week of ten-second rounds. */
const ROUND_DIGITS = 5;

export const logPrefix = 'log#';
export const roundPrefix = 'round#';

/** @param at ISO instant as it stands in the entry */
export const logKey = (at: string, id: string): string => `${logPrefix}${new Date(at).toISOString()}#${id}`;

export const roundKey = (round: number, team: string): string =>
  `${roundPrefix}${String(round).padStart(ROUND_DIGITS, '0')}#${team}`;

export const codePrefix = 'code#';

/** Of what is kept of a team's code. */
export const codeKey = (team: string): string => `${codePrefix}${team}`;

/** Of a count of tries in one minute. */
export const attemptKey = (minute: number, key: string): string => `attempts#${minute}#${key}`;
