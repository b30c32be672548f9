/**
 * How an event's records lie in its DynamoDB table: `pk` is the event's id; `sk` sorts log entries by instant and rounds by number.
 * The record itself is JSON in `record`, so that what is written is exactly what is folded.
 */
export const eventTable = { partitionKey: 'pk', sortKey: 'sk', record: 'record' } as const;

/** Longest round number that sorts right: five digits are more than a week of ten-second rounds. */
const ROUND_DIGITS = 5;

export const logPrefix = 'log#';
export const roundPrefix = 'round#';

/** @param at ISO instant as it stands in the entry */
export const logKey = (at: string, id: string): string => `${logPrefix}${new Date(at).toISOString()}#${id}`;

export const roundKey = (round: number, team: string): string =>
  `${roundPrefix}${String(round).padStart(ROUND_DIGITS, '0')}#${team}`;
