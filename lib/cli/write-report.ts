import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { csvFiles } from '../report/csv/tables';
import { postMortemName } from '../postmortem/post-mortem-name';
import { foldEdition, inOrderOfTime, type Edition } from '../report/edition';
import type { PostMortemLinks } from '../report/page/post-mortems';
import { reportPage } from '../report/page/report-page';
import { reportOf } from '../report/report';
import { makeFolder, readFolder } from '../rehearsal/records/folder';
import { readTextFile, requireWritable, unwritable, writeWhole } from '../rehearsal/records/text-file';
import { cardsOf } from '../scenarios/cards';
import { readPastIncidents } from './past-incidents';
import { standingsInstant } from './standings-view';
import { writeDraft } from './write-postmortems';

interface ReportOptions {
  /** Folders of records, one at least. */
  readonly folders: readonly string[];
  /** Path of the page. */
  readonly html?: string;
  readonly json: boolean;
  /** Folder of the tables. */
  readonly csv?: string;
  /** Path of a catalogue of past incidents. */
  readonly incidents?: string;
}

/** Closes the day from the records of its editions. Throws what `readFolder` throws, and `FolderUnwritable` and `BadOption`. */
export async function writeReport(options: ReportOptions, io: Io): Promise<void> {
  const { folders, html, incidents } = options;
  const past = incidents === undefined ? [] : readPastIncidents(incidents);
  requireDistinct(folders);
  const folderOf = new Map<Edition, string>();
  for (const folder of folders) folderOf.set(await readEdition(folder, io), folder);
  const editions = inOrderOfTime([...folderOf.keys()]);
  const report = reportOf(editions, past);
  if (options.json) io.result(`${JSON.stringify(report)}\n`);
  if (options.csv !== undefined) writeTables(options.csv, editions, io);
  if (html === undefined && (options.json || options.csv !== undefined)) return;

  const newest = editions.at(-1)!;
  const folder = folderOf.get(newest)!;
  const page = html ?? path.join(folder, 'report.html');
  requireWritable(page);
  // Whoever writes the page elsewhere wants the records' folder left alone.
  const begun = html === undefined ? beginPostMortems(newest, path.join(folder, POST_MORTEMS)) : 0;
  writeWhole(page, reportPage(report, newest, linksOf(newest, folder, path.dirname(page))));
  io.result(`${page}\n`);
  if (begun > 0) io.notify(`Drafts of ${begun} post-mortems are in ${path.join(folder, POST_MORTEMS)}: hand them out.`);
  if (newest.game.phase !== 'ended' && newest.game.phase !== 'closed')
    io.notify('The event is not over: it is a report so far.');
  else if (newest.game.freeze.at !== null && !newest.game.freeze.revealed)
    io.notify('The audience has not seen the end yet: keep the report until the reveal.');
}

/** An edition beside itself would make every number look as if it had been seen twice. */
function requireDistinct(folders: readonly string[]): void {
  const places = folders.map((folder) => path.resolve(folder));
  const twice = folders.find((_, index) => places.indexOf(places[index]!) !== index);
  if (twice === undefined) return;
  throw new GameDayError('BadOption', `${twice} is given twice`, 'Give the folder of each edition once.');
}

/** Writes the export into a folder, over an earlier one. */
function writeTables(folder: string, editions: readonly Edition[], io: Io): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
  for (const [name, text] of Object.entries(csvFiles(editions))) {
    writeWhole(path.join(folder, name), text);
    io.notify(`Wrote ${path.join(folder, name)}`);
  }
}

/** Writes drafts of the post-mortems that there are none of; what is there stays as people left it. Returns how many. */
function beginPostMortems(edition: Edition, home: string): number {
  const missing = edition.teams
    .flatMap(({ incidents }) => incidents)
    .filter((incident) => !edition.postMortems.has(postMortemName(incident)));
  if (missing.length > 0) makeFolder(home);
  for (const incident of missing) writeDraft(incident, edition, home);
  return missing.length;
}

/** What a folder holds, folded at the latest instant that anything is known of. */
async function readEdition(folder: string, io: Io): Promise<Edition> {
  const { problems, ...records } = await readFolder(folder);
  const cards = await cardsOf(records.event.scenario);
  const name = path.basename(path.resolve(folder));
  const postMortems = readPostMortems(folder);
  const edition = foldEdition({ ...records, cards, folder: name, postMortems }, standingsInstant(records, undefined));
  const left = edition.game.problems.map(({ about, message }) => `${about} ${message}`);
  for (const problem of [...problems, ...left]) io.notify(`${folder}: left out: ${problem}`);
  return edition;
}

const POST_MORTEMS = 'postmortems';

/** The texts of a folder's post-mortems, by their names. */
function readPostMortems(folder: string): ReadonlyMap<string, string> {
  const home = path.join(folder, POST_MORTEMS);
  if (!existsSync(home)) return new Map();
  const names = readdirSync(home).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [name.slice(0, -3), readTextFile(path.join(home, name), 'a post-mortem')]));
}

/** To the post-mortems that are there. @param from folder of the page, which they are told from */
function linksOf({ teams }: Edition, folder: string, from: string): ReadonlyMap<string, PostMortemLinks> {
  const link = (file: string): string | undefined => {
    const there = path.join(folder, POST_MORTEMS, file);
    if (!existsSync(there)) return undefined;
    return path.relative(from, there).split(path.sep).map(encodeURIComponent).join('/');
  };
  const names = teams.flatMap(({ incidents }) => incidents.map(postMortemName));
  return new Map(names.map((name) => [name, { page: link(`${name}.html`), text: link(`${name}.md`) }]));
}
