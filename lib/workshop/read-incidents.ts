import { tryParseDuration } from '../core/event/durations';
import type { FailureClass } from '../core/experiments/failure-class';
import { failureClasses } from '../core/experiments/failure-class';
import { readCsvTable } from './csv-table';
import {
  columnName,
  findColumns,
  isAboutIncidents,
  missingColumns,
  type ColumnPlaces,
  type IncidentColumn,
} from './incident-columns';
import { readMarkdownTables } from './markdown-table';
import { nearestClass, tryFindClass } from './nearest-class';
import { incidentId, pastIncidentSchema, type PastIncident } from './past-incident';
import type { TableMistake, TextRow, TextTable } from './text-table';

/** What a file of past incidents holds. With mistakes there are incidents all the same: those of the lines without one. */
interface ReadIncidents {
  readonly incidents: readonly PastIncident[];
  readonly mistakes: readonly TableMistake[];
  /** Names of columns that mean nothing to us. */
  readonly unused: readonly string[];
}

/**
 * Reads past incidents from comma-separated values, or from every table of a Markdown text that is about incidents. Total: every mistake
 * is told with its line.
 * @param meanings which class is meant by words of the organizer's own, in small letters
 */
export function readIncidents(
  text: string,
  format: 'csv' | 'markdown',
  meanings: ReadonlyMap<string, FailureClass> = new Map(),
): ReadIncidents {
  const { tables, mistakes } =
    format === 'csv' ? readCsvTable(text) : { tables: readMarkdownTables(text), mistakes: [] };
  const found = tables.map((table) => ({ table, ...findColumns(table) }));
  const about = format === 'csv' ? found : found.filter(({ places }) => isAboutIncidents(places));
  if (about.length === 0 && mistakes.length === 0) {
    const fix = 'Give a table with the columns date, title and class, and a line for each incident.';
    return {
      incidents: [],
      mistakes: [{ line: 1, column: '', what: 'there is no table of incidents', fix }],
      unused: [],
    };
  }
  const known = new Map<string, { readonly incident: PastIncident; readonly line: number }>();
  const all = [...mistakes];
  for (const { table, places, unused } of about) {
    const missing = missingColumns(table, places, unused);
    all.push(...missing);
    if (missing.length > 0) continue;
    for (const row of table.rows) all.push(...take(row, readRow(row, table, places, meanings), known));
  }
  return {
    incidents: [...known.values()].map(({ incident }) => incident),
    mistakes: all.sort((a, b) => a.line - b.line),
    unused: [...new Set(about.flatMap(({ unused }) => unused))].filter((name) => name !== ''),
  };
}

type ReadRow = { readonly incident: PastIncident } | { readonly mistakes: readonly TableMistake[] };

/** Keeps a row's incident. The same one twice is one; two of one id that differ are a mistake. */
function take(
  { line }: TextRow,
  read: ReadRow,
  known: Map<string, { readonly incident: PastIncident; readonly line: number }>,
): readonly TableMistake[] {
  if ('mistakes' in read) return read.mistakes;
  const { incident } = read;
  const before = known.get(incident.id);
  if (before === undefined) known.set(incident.id, { incident, line });
  if (before === undefined || JSON.stringify(before.incident) === JSON.stringify(incident)) return [];
  const what = `this is the same incident as in line ${before.line} with other values`;
  return [{ line, column: '', what, fix: 'Remove one of the two lines, or give each an id in a column called id.' }];
}

function readRow(
  { line, cells }: TextRow,
  { head }: TextTable,
  places: ColumnPlaces,
  meanings: ReadonlyMap<string, FailureClass>,
): ReadRow {
  const mistakes: TableMistake[] = [];
  if (cells.length > head.length) {
    const fix = 'Put cells that hold the sign between cells in quotes, or write a backslash before it in Markdown.';
    mistakes.push({ line, column: '', what: `there are ${cells.length} cells for ${head.length} columns`, fix });
  }
  const cell = (column: IncidentColumn): string => unknownAsEmpty(cells[places.get(column) ?? -1] ?? '');
  const complain = (column: IncidentColumn, what: string, fix: string): undefined => {
    mistakes.push({ line, column: columnName(column), what, fix });
    return undefined;
  };
  const date = cell('date').replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1');
  const title = cell('title').replace(/\s+/g, ' ');
  const written = cell('failureClass');
  const failureClass =
    meanings.get(written.toLowerCase()) ??
    tryFindClass(written) ??
    complain(
      'failureClass',
      written === '' ? 'is missing' : `${quoted(written)} is no failure class`,
      classFix(written),
    );
  const minutes = (column: 'minutesToDetect' | 'minutesToRecover'): object => {
    const said = cell(column);
    return said === '' ? {} : { [column]: minutesOf(said) };
  };
  const result = pastIncidentSchema.safeParse({
    id: cell('id') === '' ? incidentId(date, title) : cell('id'),
    date,
    title,
    // Complained about already: the rest of the line is looked at all the same.
    failureClass: failureClass ?? failureClasses[0],
    ...(cell('detectedBy') === '' ? {} : { detectedBy: cell('detectedBy') }),
    ...minutes('minutesToDetect'),
    ...minutes('minutesToRecover'),
    systems: [
      ...new Set(
        cell('systems')
          .split(/[,;]/)
          .map((each) => each.trim()),
      ),
    ].filter((each) => each !== ''),
  });
  for (const { path, message } of result.error?.issues ?? []) {
    const column = path[0] as IncidentColumn;
    // What has no key of its own gets one of its date and title, which are complained about themselves.
    if (column === 'id' && cell('id') === '') continue;
    complain(column, cell(column) === '' ? 'is missing' : `${quoted(cell(column))} cannot stand here`, message);
  }
  return mistakes.length === 0 && result.success ? { incident: result.data } : { mistakes };
}

function classFix(written: string): string {
  const meant = nearestClass(written);
  return meant === undefined ? 'Write one of the failure classes.' : `Did you mean ${meant}?`;
}

/** What stands in a cell, in quotes and cut where nobody would read on. */
const quoted = (cell: string): string => `"${cell.length > 80 ? `${cell.slice(0, 80)}…` : cell}"`;

const unknownAsEmpty = (cell: string): string => (/^(-+|–|—|\?+|n\/?a|none|unknown)$/i.test(cell) ? '' : cell);

/** `45`, `45 min`, `1h30m` or `0:45` as minutes; NaN when it is none of these. */
function minutesOf(said: string): number {
  const compact = said.toLowerCase().replace(/\s+/g, '');
  const [, number] = /^(\d+(?:[.,]\d+)?)(?:m|min|mins|minutes?)?$/.exec(compact) ?? [];
  if (number !== undefined) return Number(number.replace(',', '.'));
  const [, hours, minutes] = /^(\d+):([0-5]\d)$/.exec(compact) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  const seconds = tryParseDuration(compact.replace(/(\d)(hours?|hrs?)/, '$1h').replace(/(\d)(mins?|minutes?)/, '$1m'));
  return seconds === undefined ? NaN : Math.round(seconds / 6) / 10;
}
