import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Grantee } from './grantee';
import { PageFiles } from './page-files';
import { privateBucket } from './private-bucket';
import { siteHeaders } from './site-headers';

/** The one file that changes during the event. */
const scoreboard = 'scoreboard.json';

/** The pages and the scoreboard, in a private bucket behind CloudFront. */
export class Site extends Construct {
  readonly distribution: cloudfront.Distribution;
  private readonly bucket: Bucket;

  /** @param pages folder of the built pages */
  constructor(scope: Construct, id: string, pages: string) {
    super(scope, id);
    // Retained: CloudFormation deletes no bucket that holds something, and the last scoreboard is worth more than it costs.
    this.bucket = privateBucket(this, 'Bucket', { removalPolicy: RemovalPolicy.RETAIN });
    const origin = S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket);
    const headers = siteHeaders(this);
    const behaviour = (
      cachePolicy: cloudfront.ICachePolicy,
      responseHeadersPolicy: cloudfront.ResponseHeadersPolicy,
    ) => ({
      origin,
      cachePolicy,
      responseHeadersPolicy,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
    });
    const { CACHING_OPTIMIZED } = cloudfront.CachePolicy;
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Scoreboard of the GameDay',
      defaultRootObject: 'index.html',
      defaultBehavior: behaviour(this.shortly('Pages', Duration.seconds(30)), headers.pages),
      additionalBehaviors: {
        // Their names change with their content.
        'assets/*': behaviour(CACHING_OPTIMIZED, headers.assets),
        // However many look at it, it is fetched every two seconds at most.
        [scoreboard]: behaviour(this.shortly('Scoreboard', Duration.seconds(2)), headers.scoreboard),
      },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
    });
    new PageFiles(this, 'Files', { bucket: this.bucket, folder: pages });
    this.acknowledge();
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  /** Publishes the scoreboard, and no other file. */
  grantPublish(grantee: Grantee): void {
    grantee.role.addToPolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects(scoreboard)] }),
    );
    grantee.setEnvironment('SITE_BUCKET', this.bucket.bucketName);
  }

  private shortly(id: string, most: Duration): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, `${id}Cache`, {
      minTtl: Duration.seconds(0),
      defaultTtl: most,
      maxTtl: most,
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private acknowledge(): void {
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'The audience may sit in any country.' },
      { id: 'AwsSolutions-CFR2', reason: 'Public files that anybody may read, without a program behind them.' },
      { id: 'AwsSolutions-CFR3', reason: 'Who looks at a public scoreboard is nobody’s business.' },
      {
        id: 'AwsSolutions-CFR4',
        reason: 'Without a domain of its own it uses the certificate of CloudFront, whose protocols cannot be chosen.',
      },
    );
  }
}
