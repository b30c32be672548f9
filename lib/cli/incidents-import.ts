import { existsSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { FailureClass } from '../core/experiments/failure-class';
import { failureClasses } from '../core/experiments/failure-class';
import type { Io } from '../core/io';
import { columns } from '../core/view/columns';
import { readTextFile, requireWritable, writeWhole } from '../rehearsal/records/text-file';
import { catalogueText, mergeIncidents } from '../workshop/incident-catalogue';
import { nearestClass, tryFindClass } from '../workshop/nearest-class';
import type { PastIncident } from '../workshop/past-incident';
import { readIncidents } from '../workshop/read-incidents';
import { tableMistakeText } from '../workshop/text-table';
import { readPastIncidents } from './past-incidents';

interface ImportOptions {
  /** Path of the catalogue, which is made when there is none. */
  readonly into: string;
  /** `written=class`, each. */
  readonly classes: readonly string[];
  readonly dryRun: boolean;
}

/**
 * Takes past incidents from a file into a catalogue. All of them or none: with a mistake nothing is written. Throws `BadFile` with every
 * mistake, `BadOption`, `FileMissing`, `BadEvent` for a catalogue that cannot be read, and `FolderUnwritable`.
 */
export function importIncidents(file: string, { into, classes, dryRun }: ImportOptions, io: Io): void {
  const meanings = new Map(classes.map(meaningOf));
  const text = readTextFile(file, 'a file of past incidents');
  const format = /\.(md|markdown)$/i.test(file) ? 'markdown' : 'csv';
  const { incidents, mistakes, unused } = readIncidents(text, format, meanings);
  if (mistakes.length > 0) {
    const lines = mistakes.map((mistake) => `  ${file}:${tableMistakeText(mistake)}`);
    throw new GameDayError(
      'BadFile',
      `${file} has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}, and nothing was taken:\n${lines.join('\n')}`,
      `Correct them and import the file again. --class WRITTEN=CLASS says which class you mean by a word of your own; the classes are: ${failureClasses.join('; ')}.`,
    );
  }
  for (const name of unused) io.notify(`Left out: the column ${name}, which says nothing that we know`);
  const merge = mergeIncidents(existsSync(into) ? readPastIncidents(into) : [], incidents);
  const rows = [
    ...merge.added.map((incident) => row('new', incident)),
    ...merge.changed.map((incident) => row('changed', incident)),
  ];
  if (rows.length > 0) io.result(columns([['', 'Date', 'Class', 'Incident'], ...rows], [0, 1, 2, 3]));
  const told = `${merge.added.length} new, ${merge.changed.length} changed, ${merge.same} as they were`;
  if (dryRun) return io.notify(`${told}. Nothing was written: --dry-run`);
  if (rows.length > 0) {
    requireWritable(into);
    writeWhole(into, catalogueText(merge.incidents));
  }
  io.notify(`${told}: ${into} has ${merge.incidents.length} now. Keep it in version control beside the event.`);
  io.notify(`Next: npx gameday experiment coverage SCENARIO${into === 'incidents.yaml' ? '' : ` --incidents ${into}`}`);
}

const row = (what: string, { date, failureClass, title, id }: PastIncident): string[] => [
  what,
  date,
  failureClass,
  `${title} (${id})`,
];

function meaningOf(option: string): readonly [string, FailureClass] {
  const [, written = '', name = ''] = /^(.*?)=(.*)$/s.exec(option) ?? [];
  const failureClass = tryFindClass(name);
  if (written.trim() !== '' && failureClass !== undefined) return [written.trim().toLowerCase(), failureClass];
  const meant = nearestClass(name);
  throw new GameDayError(
    'BadOption',
    `--class "${option}" does not say which class is meant`,
    `Write what the file says, =, and one of: ${failureClasses.join('; ')}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  );
}
