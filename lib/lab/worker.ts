import { parentPort, workerData } from 'node:worker_threads';
import { loadScenarioInWorker } from '../scenarios/catalogue';
import type { PlannedGame } from './plan';
import { playGame, type LabSetting } from './play-game';
import type { WorkerAnswer, WorkerOrder } from './worker-protocol';

/** A thread of the lab: plays one game after the other, as they are sent. */
function main(order: WorkerOrder): void {
  const setting: LabSetting = { ...order, scenario: loadScenarioInWorker(order.scenario) };
  const answer = (text: WorkerAnswer): void => parentPort?.postMessage(text);
  parentPort?.on('message', (game: PlannedGame) => answer(played(setting, game)));
  answer({ kind: 'ready' });
}

function played(setting: LabSetting, game: PlannedGame): WorkerAnswer {
  try {
    return { kind: 'played', outcome: playGame(setting, game) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

main(workerData as WorkerOrder);
