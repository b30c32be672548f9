import { isNode, isPair, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import { pathText, type Complaint, type EventPath, type Mistake } from './event-mistakes';

/** A YAML text, parsed as far as it could be. */
interface YamlText {
  /** Plain values; null when the text is empty, undefined when it could not be read. */
  readonly content: unknown;
  /** What is wrong with it as YAML. */
  readonly mistakes: readonly Mistake[];
  /** Finds the line and column of a complaint about the content. */
  readonly place: (complaint: Complaint) => Mistake;
}

/** Total: never throws, whatever the text is. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
  });
  const unreadable = [...syntaxMistakes(document, lines), ...aliasMistakes(document, lines)];
  return {
    content: unreadable.some(({ fatal }) => fatal) ? undefined : document.toJS(),
    mistakes: unreadable.map(({ mistake }) => mistake),
    place: ({ path, atKey, what, fix }) => ({
      ...position(lines, offsetOf(document, path, atKey === true)),
      path: pathText(path),
      what,
      fix,
    }),
  };
}

interface Unreadable {
  readonly mistake: Mistake;
  /** Leaves no content to look at. */
  readonly fatal: boolean;
}

const syntaxFixes: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Write every key once.',
  NON_STRING_KEY: 'Write a plain word before the colon.',
  TAB_AS_INDENT: 'Indent with spaces.',
  MULTIPLE_DOCS: 'Write one event a file, and `---` nowhere but in its first line.',
  TAG_RESOLVE_FAILED: 'Remove the tag, or put the text in quotes.',
};
/** Where the parser speaks of its own options. */
const plainWords: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'A second document begins here',
  NON_STRING_KEY: 'This key is not plain text',
};
/** The content can be looked at in spite of these. */
const harmless: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

function syntaxMistakes(document: Document, lines: LineCounter): Unreadable[] {
  return [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const what = plainWords[code] ?? message;
    const fix = syntaxFixes[code] ?? 'Look at this line and the one before: a space, a quote or a bracket is missing.';
    return { mistake: { ...position(lines, pos[0]), path: '', what, fix }, fatal: !harmless.has(code) };
  });
}

/** Our files have no need of YAML's anchors, and aliases that refer to nothing, or to too much, cannot be read. */
function aliasMistakes(document: Document, lines: LineCounter): Unreadable[] {
  const found: Unreadable[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      const what = `*${alias.source} refers to another place of the file`;
      const fix = 'Write the value itself, or put text that begins with * in quotes.';
      found.push({ mistake: { ...position(lines, alias.range?.[0] ?? 0), path: '', what, fix }, fatal: true });
    },
  });
  return found;
}

/** Where a path stands in the text; where what encloses it stands when it is missing itself. */
function offsetOf(document: Document, path: EventPath, atKey: boolean): number {
  const parent = nodeAt(document, path.slice(0, -1));
  if (atKey && parent !== undefined && 'items' in parent) {
    const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === path.at(-1));
    if (isPair(pair) && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  const node = nodeAt(document, path);
  if (node !== undefined) return node.range?.[0] ?? 0;
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1), false);
}

function nodeAt(document: Document, path: EventPath): Node | undefined {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

/** Counted from 1, also in an empty text. */
function position(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
