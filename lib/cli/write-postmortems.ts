import { existsSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../core/errors';
import { play } from '../core/game';
import type { Incident } from '../core/incidents/incident';
import { incidentsOf } from '../core/incidents/incidents';
import { outcomesOf } from '../core/incidents/outcomes';
import type { Io } from '../core/io';
import { graphSvg } from '../postmortem/graph-svg';
import { htmlOf } from '../postmortem/html';
import { markdownOf } from '../postmortem/markdown';
import { postMortemName } from '../postmortem/post-mortem-name';
import { postMortemOf, type Evidence } from '../postmortem/post-mortem';
import { makeFolder, readFolder } from '../rehearsal/records/folder';
import { unwritable, writeWhole } from '../rehearsal/records/text-file';
import { cardsOf } from '../scenarios/cards';
import { requireTeam } from './require-team';
import { standingsInstant } from './standings-view';

interface PostmortemOptions {
  readonly team: string;
  /** All of the team's when undefined. */
  readonly incident?: number;
  readonly out?: string;
  /** Writes over what is there, which people may have filled in. */
  readonly replace?: true;
}

/**
 * Writes a draft of each asked incident's post-mortem; what is there under its name stays unless it is to be replaced. Throws what
 * `readFolder` throws, `BadOption` for an unknown team or incident, and `FolderUnwritable`.
 */
export async function writePostmortems(folder: string, options: PostmortemOptions, io: Io): Promise<void> {
  const { event, rounds, log, problems } = await readFolder(folder);
  requireTeam(event, options.team);
  const game = play(event, rounds, log, standingsInstant({ event, rounds, log }, undefined));
  for (const problem of problems) io.notify(`Left out: ${problem}`);
  const cards = await cardsOf(event.scenario);
  const teams = incidentsOf(event, game);
  const evidence: Evidence = { event, game, teams, cards, outcomes: outcomesOf(event, game, teams, cards) };

  const own = teams.find(({ team }) => team === options.team)?.incidents ?? [];
  const asked = own.filter(({ number }) => options.incident === undefined || number === options.incident);
  if (asked.length === 0 && options.incident !== undefined) throw unknownIncident(options.incident, own, folder);
  if (asked.length === 0) return io.notify(`${options.team} had no incident: there is nothing to write.`);

  const out = options.out ?? path.join(folder, 'postmortems');
  try {
    makeFolder(out);
  } catch (error) {
    throw unwritable(out, error);
  }
  for (const incident of asked) {
    const text = path.join(out, `${postMortemName(incident)}.md`);
    if (options.replace !== true && existsSync(text)) {
      io.notify(`Left as it is, somebody may have filled it in: ${text} (--replace writes a new draft over it)`);
    } else io.result(`${writeDraft(incident, evidence, out)}\n`);
  }
  io.notify('Hand them out when the experiments they name have ended.');
}

/** Writes an incident's draft into a folder: page, Markdown and graph. Returns the path of the page. */
export function writeDraft(incident: Incident, evidence: Evidence, out: string): string {
  const draft = postMortemOf(incident, evidence);
  const name = postMortemName(incident);
  const page = path.join(out, `${name}.html`);
  writeWhole(path.join(out, `${name}.svg`), graphSvg(draft.graph));
  writeWhole(path.join(out, `${name}.md`), markdownOf(draft, `${name}.svg`));
  writeWhole(page, htmlOf(draft));
  return page;
}

const unknownIncident = (number: number, own: readonly Incident[], folder: string): GameDayError =>
  new GameDayError(
    'BadOption',
    `There is no incident ${number}: ${own.length === 0 ? 'this team had none' : `this team's are 1 to ${own.length}`}`,
    `Look at them with: npx gameday incidents ${folder}`,
  );
