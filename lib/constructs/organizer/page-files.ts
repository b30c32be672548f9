import { RemovalPolicy, Stack, Validations, type CfnElement } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { cdkQualifier } from '../../accounts/bootstrap-names';

interface PageFilesProps {
  readonly bucket: Bucket;
  /** Folder of the built pages. */
  readonly folder: string;
}

/** Copies the built pages into the bucket when the stack is deployed. */
export class PageFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, folder }: PageFilesProps) {
    super(scope, id);
    new BucketDeployment(this, 'Deployment', {
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
    this.acknowledge(bucket);
  }

  /** The function that copies is CDK's own, one for a whole stack, and stands beside this construct. */
  private acknowledge(bucket: Bucket): void {
    const stack = Stack.of(this);
    const bucketId = stack.getLogicalId(bucket.node.defaultChild as CfnElement);
    const copies = [
      'Action::s3:GetObject*',
      'Action::s3:GetBucket*',
      'Action::s3:List*',
      'Action::s3:DeleteObject*',
      'Action::s3:Abort*',
      `Resource::arn:<AWS::Partition>:s3:::cdk-${cdkQualifier}-assets-<AWS::AccountId>-<AWS::Region>/*`,
      `Resource::<${bucketId}.Arn>/*`,
    ];
    const copier = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
    if (copier === undefined) throw new Error('CDK copies files by another construct than before');
    Validations.of(copier).acknowledge(
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
        reason: 'CDK’s own copier may write its log, by the policy that AWS keeps for that.',
      },
      { id: 'AwsSolutions-L1', reason: 'CDK chooses the runtime of its own copier.' },
      ...copies.map((finding) => ({
        id: `AwsSolutions-IAM5[${finding}]`,
        reason: 'CDK’s own copier reads the bucket of assets and writes the bucket of pages, during deployments only.',
      })),
    );
  }
}
