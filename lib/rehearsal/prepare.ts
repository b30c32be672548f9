import type { Io } from '../core/io';
import { scenarioNames } from '../scenarios/catalogue';
import { synthesise } from '../scenarios/synth';
import { buildPages } from './pages/pages';

/** Makes ahead what the first rehearsal would otherwise wait for: the pages and every scenario's templates. */
export async function prepare(io: Io): Promise<void> {
  io.progress('Building the pages and synthesising the scenarios');
  await Promise.all([buildPages(), ...scenarioNames().map((name) => synthesise(name))]);
}
