import { buildSync } from 'esbuild';
import { dirname } from 'node:path';

/** One synthesis makes many stacks of the same program. */
const bundles = new Map<string, Uint8Array>();

/**
 * A program and everything it imports as one JavaScript file, made by the esbuild of this checkout: no Docker, nothing left to install
 * where it runs, and the versions that were tested.
 *
 * @param entry path of the file that starts it
 */
export function bundleOf(entry: string): Uint8Array {
  const made = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, made);
  return made;
}

function bundle(entry: string): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    // Names in the bundle must not depend on where the checkout lies: the hash of the asset is part of the template.
    absWorkingDir: dirname(entry),
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made no file of ${entry}`);
  return file.contents;
}
