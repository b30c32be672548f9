import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from '../../lib/rehearsal/pages/pages';
import { figure, type Figure } from './figure';

/** What a viewer of the scoreboard downloads. */
export async function benchPages(): Promise<Figure[]> {
  const folder = await buildPages();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
  const compressed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  return [figure('pages, compressed', 'kB', [compressed / 1000], '120')];
}
