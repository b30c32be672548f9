/** Control characters but line ends and tabs, and those that turn the direction of what follows: they make text look like something else. */
const misleading = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** What somebody wrote, without characters that are not seen. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(misleading, '');

/** Text that is nothing but text in HTML, in attributes too. */
export const htmlText = (text: string): string =>
  plainText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
