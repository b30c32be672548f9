import { Validations } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A bucket that nobody outside reads, encrypted, and only over TLS. */
export function privateBucket(
  scope: Construct,
  id: string,
  props: Pick<s3.BucketProps, 'lifecycleRules' | 'removalPolicy'>,
): s3.Bucket {
  const bucket = new s3.Bucket(scope, id, {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    ...props,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Only the programs of this stack can reach it; who did is in CloudTrail, and access logs would need one more bucket.',
  });
  return bucket;
}
