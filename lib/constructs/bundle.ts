import { buildSync, type BuildOptions } from 'esbuild';
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
  const made = bundles.get(entry) ?? bundle({ entryPoints: [entry], absWorkingDir: dirname(entry) }, entry);
  bundles.set(entry, made);
  return made;
}

/** As `bundleOf`, of a program that is given as text. @param folder that its imports are relative to */
export const bundleOfText = (contents: string, folder: string): Uint8Array =>
  bundle({ stdin: { contents, resolveDir: folder, loader: 'ts' }, absWorkingDir: folder }, 'a text');

/** @param options with the working folder, because names in the bundle must not depend on where the checkout lies: its hash is part of the template */
function bundle(options: BuildOptions & { readonly absWorkingDir: string }, named: string): Uint8Array {
  const { outputFiles } = buildSync({
    ...options,
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const [file] = outputFiles ?? [];
  if (file === undefined) throw new Error(`esbuild made no file of ${named}`);
  return file.contents;
}
