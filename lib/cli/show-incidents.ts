import { overEverywhere } from '../core/experiments/over-everywhere';
import { playDay } from '../core/game';
import { incidentsForAudience, outcomesForAudience } from '../core/incidents/for-audience';
import { incidentsOf } from '../core/incidents/incidents';
import { outcomesOf } from '../core/incidents/outcomes';
import type { Io } from '../core/io';
import { dayOf } from '../core/time/day';
import { audienceDay } from '../core/view/audience';
import { incidentsTable } from '../core/view/incidents-table';
import { readFolder } from '../rehearsal/records/folder';
import { cardsOf } from '../scenarios/cards';
import { requireTeam } from './require-team';
import { standingsInstant } from './standings-view';

interface IncidentsOptions {
  /** All teams when undefined. */
  readonly team: string | undefined;
  readonly json: boolean;
  /** Event time in seconds. */
  readonly at: number | undefined;
  readonly audience: boolean;
}

/** Folds a folder's records and shows the incidents. Throws what `showStandings` throws, and `BadOption` for an unknown team. */
export async function showIncidents(folder: string, options: IncidentsOptions, io: Io): Promise<void> {
  const { event, rounds, log, problems } = await readFolder(folder);
  if (options.team !== undefined) requireTeam(event, options.team);
  const asked = dayOf(event, log, standingsInstant({ event, rounds, log }, options.at));
  const game = playDay(event, rounds, options.audience ? audienceDay(event, log, asked) : asked);
  const left = game.problems.map(({ about, message }) => `${about} ${message}`);
  for (const problem of [...problems, ...left]) io.notify(`Left out: ${problem}`);

  const all = incidentsOf(event, game);
  const found = outcomesOf(event, game, all, await cardsOf(event.scenario));
  const isAsked = ({ team }: { readonly team: string }): boolean => options.team === undefined || team === options.team;
  const over = overEverywhere(event, game.entries);
  const teams = (options.audience ? incidentsForAudience(all, over) : all).filter(isAsked);
  const experiments = (options.audience ? outcomesForAudience(found, over) : found).filter(isAsked);
  io.result(
    options.json
      ? `${JSON.stringify({ at: new Date(game.at).toISOString(), teams, experiments })}\n`
      : incidentsTable(event, teams, experiments),
  );
  io.notify(`Next: npx gameday postmortem ${folder} --team ${options.team ?? event.teams[0]?.id ?? 'TEAM'}`);
}
