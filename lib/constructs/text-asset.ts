import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One file in S3 that exists nowhere on disk. @param name its file name; the ending is kept in the object's key */
export function textAsset(scope: Construct, id: string, name: string, content: string | Uint8Array): Asset {
  const folder = mkdtempSync(join(tmpdir(), 'gameday-asset-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return new Asset(scope, id, { path });
  } finally {
    // The asset was copied into the cloud assembly when it was made.
    rmSync(folder, { recursive: true, force: true });
  }
}
