import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Body } from './page-body';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** One file of the built pages, in memory. */
export interface PageFile {
  readonly type: string;
  /** The name changes with the content, so it may be kept for ever. */
  readonly immutable: boolean;
  readonly body: Body;
}

/** All files of a built folder by their URL path (`/`, `/assets/…`): what is not in here cannot be asked for. */
export async function readPages(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const pages = new Map<string, PageFile>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll('\\', '/');
    pages.set(path.replace(/(^|\/)index\.html$/, '/'), {
      type: types[extname(file)] ?? 'application/octet-stream',
      immutable: path.startsWith('/assets/'),
      body: new Body(await readFile(file)),
    });
  }
  return pages;
}
