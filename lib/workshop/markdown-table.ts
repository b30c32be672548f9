import type { TextRow, TextTable } from './text-table';

/** Whether a line is the row of dashes below the names of the columns. https://github.github.com/gfm/#tables-extension- */
const isDivider = (line: string): boolean => partsOf(line).every((part) => /^:?-+:?$/.test(part.trim()));

/** What stands between the lines of a row, as it is written. */
const partsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);

const fence = /^\s*(```|~~~)/;

/** The tables of a Markdown text, in order. What is no table, and what stands in a block of code, is passed over. */
export function readMarkdownTables(text: string): readonly TextTable[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const tables: TextTable[] = [];
  let isCode = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (fence.test(line)) isCode = !isCode;
    const below = lines[index + 1] ?? '';
    if (isCode || !line.includes('|') || !isDivider(below)) continue;
    const rows: TextRow[] = [];
    let next = index + 2;
    for (; (lines[next] ?? '').includes('|'); next += 1) rows.push({ line: next + 1, cells: cellsOf(lines[next]!) });
    tables.push({ line: index + 1, head: cellsOf(line), rows });
    index = next - 1;
  }
  return tables;
}

/** Cells without the markup that people use in them: emphasis, code, and links, of which the words stay. */
const cellsOf = (line: string): string[] =>
  partsOf(line).map((part) =>
    part
      .replaceAll('\\|', '|')
      // A bracket within brackets would let a line of many be looked at once for each.
      .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
      .replace(/[*`]|<br\s*\/?>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
