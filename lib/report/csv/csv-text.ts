/** A column of a table, with what it means. */
export interface Column<Row> {
  readonly name: string;
  /** With unit and range, and when it is empty. */
  readonly meaning: string;
  /** Undefined and null are an empty cell. */
  readonly value: (row: Row) => string | number | boolean | null | undefined;
}

/** A table as comma-separated values, lines ended as RFC 4180 has it. https://www.rfc-editor.org/rfc/rfc4180 */
export const csvText = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => cellOf(value(row))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

/** What a spreadsheet takes for a formula when a cell begins with it. https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r\n]/;

/**
 * A cell. Texts of teams are nothing but text in a spreadsheet, too: one that would be a formula there begins with an apostrophe. Numbers are
 * numbers, with a point and as many digits as they have.
 */
function cellOf(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
