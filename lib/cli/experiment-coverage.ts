import path from 'node:path';
import type { Io } from '../core/io';
import { dayOf } from '../core/time/day';
import { readFolder } from '../rehearsal/records/folder';
import { cardsOf } from '../scenarios/cards';
import { loadScenario } from '../scenarios/catalogue';
import { coverageOf, type PlayedEdition } from '../workshop/coverage';
import { coverageTable } from '../workshop/coverage-table';
import { playedExperiments } from '../workshop/played';
import { readPastIncidents } from './past-incidents';
import { standingsInstant } from './standings-view';

interface CoverageOptions {
  readonly scenario: string;
  /** Folders of records of editions that were played. */
  readonly editions: readonly string[];
  /** Path of the catalogue of past incidents. */
  readonly incidents: string;
  readonly json: boolean;
}

/** Shows which failure classes of the past are tried on purpose, gaps first. Throws what reading a scenario, a catalogue or a folder throws. */
export async function showCoverage(options: CoverageOptions, io: Io): Promise<void> {
  const { experiments } = await loadScenario(options.scenario);
  const incidents = readPastIncidents(options.incidents);
  const editions: PlayedEdition[] = [];
  for (const folder of options.editions) editions.push(await playedEdition(folder, io));
  const classes = coverageOf({ incidents, experiments, editions });
  io.result(options.json ? `${JSON.stringify({ classes })}\n` : coverageTable(classes));
  const gap = classes.find(({ state }) => state === 'no experiment');
  const dearest = incidents
    .filter(({ failureClass }) => failureClass === gap?.failureClass)
    .reduce<(typeof incidents)[number] | undefined>(
      (worst, each) => ((each.minutesToRecover ?? 0) > (worst?.minutesToRecover ?? -1) ? each : worst),
      undefined,
    );
  if (dearest !== undefined) {
    const catalogue = options.incidents === 'incidents.yaml' ? '' : ` --incidents ${options.incidents}`;
    io.notify(`Next: npx gameday experiment new --from ${dearest.id} --scenario ${options.scenario}${catalogue}`);
  }
}

async function playedEdition(folder: string, io: Io): Promise<PlayedEdition> {
  const { event, rounds, log, problems } = await readFolder(folder);
  for (const problem of problems) io.notify(`Left out: ${problem}`);
  const { entries } = dayOf(event, log, standingsInstant({ event, rounds, log }, undefined));
  const experiments = playedExperiments(event, entries, await cardsOf(event.scenario));
  for (const { experiment, failureClass } of experiments) {
    if (failureClass === undefined)
      io.notify(`Left out: ${experiment} of ${folder}, of which ${event.scenario} has no card any more`);
  }
  return { edition: event.edition === undefined ? path.basename(folder) : `edition ${event.edition}`, experiments };
}
