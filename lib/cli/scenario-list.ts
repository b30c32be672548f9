import type { Io } from '../core/io';
import { columns } from '../core/view/columns';
import { loadScenario, scenarioNames } from '../scenarios/catalogue';

/** A line for each scenario of the checkout. */
export async function listScenarios(io: Io): Promise<void> {
  const scenarios = await Promise.all(scenarioNames().map(loadScenario));
  const rows = scenarios.map(({ id, title, weaknesses, experiments }) => [
    id,
    title,
    `${weaknesses.length}`,
    `${experiments.length}`,
  ]);
  io.result(columns([['Name', 'Title', 'Weaknesses', 'Experiments'], ...rows], [0, 1]));
  io.notify('Next: npx gameday scenario check NAME, or npx gameday scenario new NAME');
}
