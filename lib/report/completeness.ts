/** What a draft says where people are to write. */
const PROMPT = '> **To fill in**';

/**
 * How much of a post-mortem people have written, 0 to 1: the share of its parts in which stands anything that the draft does not say. Of
 * action items at least one must have an owner and a date.
 * @param text as it stands now, as Markdown
 * @param draft as it was handed out
 */
export function completenessOf(text: string, draft: string): number {
  const now = partsOf(text);
  const parts = [...partsOf(draft)];
  const done = parts.filter(([title, drafted]) => {
    const lines = now.get(title) ?? [];
    return title === ACTIONS ? lines.some(isAgreed) : isWritten(lines, drafted);
  });
  return parts.length === 0 ? 0 : done.length / parts.length;
}

const ACTIONS = 'Action items';

/** The lines of each part, without empty ones, by the part's title. */
function partsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const [, title] = /^## +(.+)$/.exec(line) ?? [];
    if (title !== undefined) {
      current = [];
      parts.set(title, current);
    } else if (line !== '') current.push(line);
  }
  return parts;
}

/**
 * Whether people wrote below the prompt, on its line, or in its place. What stands above it is the draft's, which may have been drawn
 * when less was known than today; where numbers alone differ, it is the draft's as well.
 */
function isWritten(lines: readonly string[], drafted: readonly string[]): boolean {
  const known = new Set(drafted.map(wordsOf));
  const prompt = lines.findIndex((line) => line.startsWith(PROMPT));
  return lines.slice(Math.max(0, prompt)).some((line) => wordsOf(line) !== '' && !known.has(wordsOf(line)));
}

const wordsOf = (line: string): string => line.replace(/[^\p{L}]+/gu, ' ').trim();

/** A row of the table whose action, owner and date are filled in. */
function isAgreed(line: string): boolean {
  const [number = '', action, , owner, due] = line
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return /^\d+$/.test(number) && [action, owner, due].every((cell) => cell !== undefined && cell !== '');
}
