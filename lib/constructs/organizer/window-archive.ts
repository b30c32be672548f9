import { Duration, RemovalPolicy, Stack, Validations, type CfnElement } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Grantee } from './grantee';
import { privateBucket } from './private-bucket';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** Windows that the load program saw, for rounds that CloudWatch no longer tells window by window. */
export class WindowArchive extends Construct {
  private readonly bucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    private readonly eventId: string,
  ) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket', {
      // Rounds are made of them within hours; three months are for questions.
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get name(): string {
    return this.bucket.bucketName;
  }

  grantRead(grantee: Grantee): void {
    grantee.role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${this.prefix}*` } },
      }),
    );
    this.grant(grantee, 's3:GetObject');
  }

  grantWrite(grantee: Grantee): void {
    this.grant(grantee, 's3:PutObject');
  }

  private get prefix(): string {
    return `windows/${this.eventId}/`;
  }

  private grant(grantee: Grantee, action: string): void {
    grantee.role.addToPolicy(
      new PolicyStatement({ actions: [action], resources: [this.bucket.arnForObjects(`${this.prefix}*`)] }),
    );
    const { node } = this.bucket;
    const bucketId = Stack.of(this).getLogicalId(node.defaultChild as CfnElement);
    Validations.of(grantee.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${this.prefix}*]`,
      reason: 'Windows of this event, one object a minute and task.',
    });
    grantee.setEnvironment('ARCHIVE_BUCKET', this.bucket.bucketName);
  }
}
