import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunctionUrl } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { tellViewer } from '../../aws/api/viewer';
import type { Grantee } from './grantee';
import { PageFiles } from './page-files';
import { privateBucket } from './private-bucket';
import { siteHeaders } from './site-headers';

/** The one file that changes during the event. */
const scoreboard = 'scoreboard.json';

/**
 * Errors that CloudFront would keep for ten seconds and answer everybody with, whoever they were of.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
const keptErrors = [404, 405, 414, 500, 501, 502, 503, 504] as const;

/** The pages and the scoreboard, in a private bucket behind CloudFront, and the API at the same address. */
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
      errorResponses: keptErrors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
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

  /** Reads when the scoreboard was published. */
  grantLook(grantee: Grantee): void {
    grantee.role.addToPolicy(
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects(scoreboard)] }),
    );
    grantee.setEnvironment('SITE_BUCKET', this.bucket.bucketName);
  }

  /**
   * Answers what pages ask below `/api` by a function that lets in nobody but this distribution. What a page writes has to come with the hash of
   * its body, which CloudFront signs along: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
   */
  serveApi(url: IFunctionUrl): void {
    const viewer = new cloudfront.Function(this, 'Viewer', {
      comment: 'Tells the API who asks, and at which address',
      code: cloudfront.FunctionCode.fromInline(tellViewer),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });
    this.distribution.addBehavior('api/*', FunctionUrlOrigin.withOriginAccessControl(url), {
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      functionAssociations: [{ function: viewer, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
    });
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
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Public files that anybody may read; the program behind them counts who asks and runs a few times at once at most.',
      },
      { id: 'AwsSolutions-CFR3', reason: 'Who looks at a public scoreboard is nobody’s business.' },
      {
        id: 'AwsSolutions-CFR4',
        reason: 'Without a domain of its own it uses the certificate of CloudFront, whose protocols cannot be chosen.',
      },
    );
  }
}
