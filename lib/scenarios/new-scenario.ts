/** The scenario that new ones begin as. */
export const startingPoint = 'corner-shop';

/** What is wrong with a name for a new scenario, or `undefined`. @param texts of the files of the starting point */
export function nameMistake(name: string, texts: readonly string[]): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return 'A name is made of small letters, digits and single hyphens.';
  // Lines of the copy must still fit, and so must names that CloudFormation makes of it.
  if (name.length > 30) return 'A name has at most 30 characters.';
  const word = new RegExp(`\\b${pascal(name)}\\b`);
  return texts.some((text) => word.test(text))
    ? `The code of a scenario means something else by ${pascal(name)}.`
    : undefined;
}

/** A text of the starting point with its name replaced by another, however it is written. */
export function renamed(text: string, name: string): string {
  return text
    .replaceAll(startingPoint, name)
    .replaceAll(pascal(startingPoint), pascal(name))
    .replaceAll(spaced(startingPoint), spaced(name));
}

const spaced = (name: string) => name.replaceAll('-', ' ');
const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
