import { nearestWord } from '../core/event/nearest';
import type { TableMistake, TextTable } from './text-table';

/** What a column can be about, and how people call it; the first name is what we call it ourselves. */
const names = {
  id: ['id', 'key', 'ticket', 'number', 'incident id'],
  date: ['date', 'day', 'when', 'started', 'started at', 'start'],
  title: ['title', 'incident', 'summary', 'name', 'what happened', 'description'],
  failureClass: ['class', 'failure class', 'category', 'cause', 'root cause', 'type'],
  detectedBy: ['detected by', 'detection', 'detected', 'noticed by', 'source', 'reported by'],
  minutesToDetect: ['minutes to detect', 'time to detect', 'ttd', 'mttd', 'detected after'],
  minutesToRecover: [
    'minutes to recover',
    'time to recover',
    'ttr',
    'mttr',
    'minutes to resolve',
    'time to resolve',
    'recovered after',
    'duration',
  ],
  systems: ['systems', 'system', 'services', 'service', 'components', 'component', 'affected'],
} as const;

export type IncidentColumn = keyof typeof names;
const columns = Object.keys(names) as IncidentColumn[];
const required: readonly IncidentColumn[] = ['date', 'title', 'failureClass'];

/** What a column is called in words to people. */
export const columnName = (column: IncidentColumn): string => names[column][0];

/** Which column of a table is about what. */
export type ColumnPlaces = ReadonlyMap<IncidentColumn, number>;

/** Finds the columns of a table, whatever their order, case and spelling. Of two that are about the same the first counts. */
export function findColumns({ head }: TextTable): {
  readonly places: ColumnPlaces;
  readonly unused: readonly string[];
} {
  const places = new Map<IncidentColumn, number>();
  const unused: string[] = [];
  head.forEach((name, index) => {
    const column = columns.find((each) => (names[each] as readonly string[]).includes(plain(name)));
    if (column === undefined || places.has(column)) unused.push(name);
    else places.set(column, index);
  });
  return { places, unused };
}

/** Whether a table could be one of incidents: most other tables of a text are about something else. */
export const isAboutIncidents = (places: ColumnPlaces): boolean =>
  required.filter((column) => places.has(column)).length >= 2;

/** A mistake for each column without which there is no incident. */
export function missingColumns({ line }: TextTable, places: ColumnPlaces, unused: readonly string[]): TableMistake[] {
  return required
    .filter((column) => !places.has(column))
    .map((column) => {
      const meant = nearestWord(columnName(column), unused);
      const fix =
        meant === undefined
          ? `Write the names of the columns in the first line: ${columns.map(columnName).join(', ')}.`
          : `Call the column ${columnName(column)} instead of ${meant}.`;
      return { line, column: columnName(column), what: 'this column is missing', fix };
    });
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
