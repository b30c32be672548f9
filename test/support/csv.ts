import { readFileSync } from 'node:fs';

/** Rows of a CSV file by column. No quoting: a reference file holds no commas but those between columns. */
export function readCsv(file: string): Record<string, string>[] {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    if (cells.length !== columns.length) throw new Error(`${file}: ${row}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
