import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';

/** To read one asset and nothing else of the bucket, which `Asset.grantRead` would open as a whole. */
export const readObject = (asset: Asset): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [asset.bucket.arnForObjects(asset.s3ObjectKey)] });
