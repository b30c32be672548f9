import type { Io } from '../core/io';
import { buildPages } from './pages';

/** Builds the pages ahead of the first rehearsal. */
export async function prepare(io: Io): Promise<void> {
  io.progress('Building the pages');
  await buildPages();
}
