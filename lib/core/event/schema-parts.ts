import { z } from 'zod';
import { durationAdvice, durationPattern } from './durations';

/** Pieces of which the event file's schema is made; every `error` is the advice that follows what is wrong. */

/** A duration as text. */
export const duration = (meaning: string) =>
  z
    .string({ error: (issue) => durationAdvice(issue.input) })
    .regex(durationPattern, { error: (issue) => durationAdvice(issue.input) })
    .describe(`${meaning}; a duration such as 4h, 1h30m or 90s`);

/** A number between two bounds, both included. */
export const amount = (meaning: string, least: number, most: number) => {
  const error = `Write a number from ${least} to ${most}.`;
  return z.number({ error }).min(least, { error }).max(most, { error }).describe(meaning);
};

/** The same without a fraction. */
export const wholeNumber = (meaning: string, least: number, most: number) => {
  const error = `Write a whole number from ${least} to ${most}.`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error }).describe(meaning);
};

/** A line of text, up to so many characters. */
export const words = (meaning: string, most: number) => {
  const error = `Write 1 to ${most} characters in one line, in quotes if they look like a number.`;
  return z
    .string({ error })
    .max(most, { error })
    .regex(/^(?=.*\S)[^\u0000-\u001f\u007f\u2028\u2029]+$/, { error })
    .describe(meaning);
};

/** A short name for files and addresses. */
export const id = (meaning: string) => {
  const error = 'Write small letters, digits and dashes, starting with a letter, at most 31, such as red-foxes.';
  // `constructor` is the one name of this shape that every JavaScript object already has.
  return z
    .string({ error })
    .regex(/^(?!constructor$)[a-z][a-z0-9-]{0,30}$/, { error })
    .describe(meaning);
};

/** Keys of which none may be unknown. */
export const section = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, { error: `Write its keys below it: ${Object.keys(shape).join(', ')}.` });

/** Items of one kind. */
export const list = <T extends z.ZodType>(item: T, meaning: string, example: string) =>
  z.array(item, { error: `Write a list, each item like ${example}` }).describe(meaning);

/** Twelve digits. */
export const account = z
  .string({ error: accountAdvice })
  .regex(/^\d{12}$/, { error: accountAdvice })
  .describe('AWS account id, twelve digits in quotes; made up when left out, which serves a rehearsal');

function accountAdvice(): string {
  return 'Write the twelve digits of the AWS account in quotes, such as "111111111111".';
}
