import type { Construct } from 'constructs';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { bundleOf } from './bundle';
import { textAsset } from './text-asset';

/**
 * A program as one JavaScript file in S3, so that nobody needs a container build.
 *
 * @param entry path of the file that starts it
 */
export const appAsset = (scope: Construct, id: string, entry: string): Asset =>
  textAsset(scope, id, 'app.js', bundleOf(entry));
