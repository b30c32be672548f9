import { CsvError, parse, type Info } from 'csv-parse/sync';
import type { TableMistake, TextTable } from './text-table';

interface ReadTable {
  /** One at most; none in an empty file, or in one that cannot be read. */
  readonly tables: readonly TextTable[];
  readonly mistakes: readonly TableMistake[];
}

/** Reads comma-separated values, also with semicolons or tabs as spreadsheets write them. Total: what cannot be read is a mistake. */
export function readCsvTable(text: string): ReadTable {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly info: Info; readonly record: readonly string[] }[];
    const rows = records
      .map(({ info, record }) => ({ line: info.lines, cells: record }))
      // A spreadsheet writes rows that hold nothing.
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    const [head, ...others] = rows;
    return {
      tables: head === undefined ? [] : [{ line: head.line, head: head.cells, rows: others }],
      mistakes: [],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const fix = 'Put a cell that holds quotes, commas or line ends in quotes, and double the quotes within it.';
    return { tables: [], mistakes: [{ line, column: '', what: 'a quote is not where it belongs', fix }] };
  }
}

/** The one of the usual delimiters that the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n');
  const count = (delimiter: string): number => first.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
