import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

interface PageFilesProps {
  readonly bucket: Bucket;
  /** Folder of the built pages. */
  readonly folder: string;
}

/** Copies the built pages into the bucket when the stack is deployed. */
export class PageFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, folder }: PageFilesProps) {
    super(scope, id);
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [Source.asset(folder)],
      destinationBucket: bucket as IBucket,
      // The scoreboard lies in the same bucket and is nobody's source.
      prune: false,
      memoryLimit: 256,
      logGroup: new logs.LogGroup(this, 'Logs', {
        retention: logs.RetentionDays.ONE_WEEK,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
    // The function that copies belongs to CDK and stands beside this construct, one for a whole stack.
    const copier = Stack.of(this).node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
    for (const each of [deployment, ...copier]) {
      Validations.of(each).acknowledge(
        { id: 'AwsSolutions-IAM4', reason: 'CDK’s own copier may write its log, by the policy that AWS has for that.' },
        {
          id: 'AwsSolutions-IAM5',
          reason:
            'CDK’s own copier reads the bucket of assets and writes the bucket of pages; it runs during deployments only.',
        },
        { id: 'AwsSolutions-L1', reason: 'CDK chooses the runtime of its own copier.' },
      );
    }
  }
}
