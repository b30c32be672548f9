import { readFolder } from '../rehearsal/records/folder';
import { readRules } from '../rehearsal/records/rules-on-disk';
import type { Io } from '../core/io';
import { standingsTable } from '../core/view/standings-table';
import { standingsAt, standingsInstant, standingsJson } from './standings-view';

interface StandingsOptions {
  readonly json: boolean;
  /** Event time in seconds. */
  readonly at: number | undefined;
  /** Path of a YAML file with other rules. */
  readonly rules: string | undefined;
}

/** Folds a folder's records and shows the standings. Throws `FileMissing`, `BadFile`, `BadEvent` or `BadOption`. */
export async function showStandings(folder: string, options: StandingsOptions, io: Io): Promise<void> {
  const content = await readFolder(folder);
  const event =
    options.rules === undefined
      ? content.event
      : { ...content.event, rules: readRules(options.rules, content.event.rules) };
  const { game, problems } = standingsAt({ ...content, event }, standingsInstant(content, options.at));
  for (const problem of [...content.problems, ...problems]) io.notify(`Left out: ${problem}`);
  if (options.rules !== undefined) {
    io.notify(`What if: with the rules of ${options.rules}; bands stay, because answers are already classed by them`);
  }
  io.result(options.json ? `${JSON.stringify(standingsJson(event, game))}\n` : standingsTable(event, game));
}
