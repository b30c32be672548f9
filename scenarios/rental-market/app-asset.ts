import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The application as one JavaScript file in S3, so that nobody needs a container build. */
export function appAsset(scope: Construct, id: string): Asset {
  const folder = mkdtempSync(join(tmpdir(), 'rental-market-'));
  try {
    const path = join(folder, 'app.js');
    writeFileSync(path, (bundle ??= makeBundle()));
    return new Asset(scope, id, { path });
  } finally {
    // The asset was copied into the cloud assembly when it was made.
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One synthesis makes many stacks of the same program. */
let bundle: Uint8Array | undefined;

function makeBundle(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'app', 'server.ts')],
    // Names in the bundle must not depend on where the checkout lies: the hash of the asset is part of the template.
    absWorkingDir: __dirname,
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made no file of the application');
  return file.contents;
}
