import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A program as one JavaScript file in S3, so that nobody needs a container build.
 *
 * @param entry path of the file that starts it
 */
export function appAsset(scope: Construct, id: string, entry: string): Asset {
  const folder = mkdtempSync(join(tmpdir(), 'gameday-app-'));
  try {
    const path = join(folder, 'app.js');
    writeFileSync(path, bundleOf(entry));
    return new Asset(scope, id, { path });
  } finally {
    // The asset was copied into the cloud assembly when it was made.
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One synthesis makes many stacks of the same program. */
const bundles = new Map<string, Uint8Array>();

function bundleOf(entry: string): Uint8Array {
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
