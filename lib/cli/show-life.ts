import type { Io } from '../core/io';
import { lifeRows, lifeTable } from '../core/view/life-table';
import { loadScenario } from '../scenarios/catalogue';
import { openLife, type LifePlace } from './life-place';

/** Shows how far the experiments of an informed event have come. Throws what `openLife` throws. */
export async function showLife(place: LifePlace, json: boolean, io: Io): Promise<void> {
  const { event, informed, entries } = await openLife(place, io);
  const { experiments } = await loadScenario(event.scenario);
  const rows = lifeRows(event, informed, experiments, entries);
  io.result(json ? `${JSON.stringify(rows)}\n` : lifeTable(rows));
}
