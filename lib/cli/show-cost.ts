import { readArchitecture } from '../architecture/read';
import type { Io } from '../core/io';
import type { Template } from '../core/scenario';
import { costTable } from '../cost/cost-table';
import { eventCost } from '../cost/event-cost';
import { journeyWork } from '../cost/journey-work';
import type { TeamStackFacts } from '../cost/team-lines';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { loadScenario } from '../scenarios/catalogue';
import { synthesise } from '../scenarios/synth';

interface ShowCostOptions {
  readonly json: boolean;
  /** Screens that show the scoreboard all the time. @default two for each team */
  readonly viewers?: number;
  readonly hoursLeftRunning: number;
}

/** Shows what an event will cost on AWS. Throws what `readEventFile` and `synthesise` throw. */
export async function showCost(file: string, options: ShowCostOptions, io: Io): Promise<void> {
  const event = await readEventFile(file);
  const { application } = await loadScenario(event.scenario);
  const { good, spoiled } = await synthesise(event.scenario, event.options);
  const work = journeyWork(application);
  const facts = (template: Template): TeamStackFacts => ({ template, architecture: readArchitecture(template), work });
  const viewers = options.viewers ?? 2 * event.teams.length;
  const cost = eventCost(event, { good: facts(good), spoiled: facts(spoiled) }, viewers);
  io.result(options.json ? `${JSON.stringify(cost)}\n` : costTable(cost, options.hoursLeftRunning));
  io.notify(`Next: npx gameday deploy --event ${file}`);
}
