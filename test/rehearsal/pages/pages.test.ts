import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildPages } from '../../../lib/rehearsal/pages/pages';

// The first build of a change takes seconds on a busy machine.
const PATIENCE_MS = 60_000;

test(
  'pages are built whole, once, though two ask at the same time',
  async () => {
    const [folder, other] = await Promise.all([buildPages(), buildPages()]);
    expect(other).toBe(folder);
    const builtAt = (await stat(join(folder, 'index.html'))).mtimeMs;
    expect(await buildPages()).toBe(folder);
    expect((await stat(join(folder, 'index.html'))).mtimeMs).toBe(builtAt);
    expect((await readdir(dirname(folder))).filter((name) => !name.startsWith('.'))).toEqual([
      folder.slice(dirname(folder).length + 1),
    ]);
  },
  PATIENCE_MS,
);

test(
  'a built page loads only files that were built with it, by names that change with their content',
  async () => {
    const folder = await buildPages();
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const links = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      expect(link).toMatch(/^\.\/assets\/[\w-]+-[\w-]{8}\.\w+$/);
      expect(existsSync(join(folder, link))).toBe(true);
    }
    expect(page).not.toMatch(/<style|<script>|style=|\son\w+=/);
  },
  PATIENCE_MS,
);
