import { experimentPlan } from '../core/experiments/plan';
import type { Io } from '../core/io';
import { planTable } from '../core/view/experiment-tables';
import { kickOffsTable, plannedKickOffs } from '../core/view/kick-offs-table';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { loadScenario } from '../scenarios/catalogue';

/** Shows what an event file plans. Throws what `readEventFile` throws. */
export async function showExperimentPlan(file: string, json: boolean, io: Io): Promise<void> {
  const event = await readEventFile(file);
  const { experiments } = await loadScenario(event.scenario);
  if (event.informed !== undefined) {
    const kickOffs = plannedKickOffs(event, experiments);
    io.result(json ? `${JSON.stringify(kickOffs)}\n` : kickOffsTable(kickOffs));
    return io.notify(`Next: npx gameday experiment status ${file}`);
  }
  const plan = experimentPlan(event, experiments);
  io.result(json ? `${JSON.stringify(plan)}\n` : planTable(event, plan));
  io.notify(
    event.experiments.length === 0
      ? `Nothing is planned: write \`experiments:\` into ${file}. What there is: npx gameday experiment list ${event.scenario}`
      : `Next: npx gameday rehearse ${file}`,
  );
}
