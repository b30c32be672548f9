import type { TextRow, TextTable } from './text-table';

/** A row of dashes below the names of the columns. https://github.github.com/gfm/#tables-extension- */
const divider = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
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
    if (isCode || !line.includes('|') || !below.includes('-') || !divider.test(below)) continue;
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
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replaceAll('\\|', '|')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*`]|<br\s*\/?>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
