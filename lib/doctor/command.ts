/** A command that puts something right, as it is to be typed. @param words such as `accounts adopt` */
export type Command = (words: string) => string;

/** Commands for the event at hand. @param file of the event */
export const commandFor =
  (file: string): Command =>
  (words) =>
    `npx gameday ${words} --event ${file}`;
