import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Pages hold no inline script or style and load nothing from elsewhere; charts set styles by script, which this allows. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Which headers go with which files: the same protection for all, and how long a browser may keep each. */
export const siteHeaders = (scope: Construct) => ({
  pages: policy(scope, 'PageHeaders', 'no-cache'),
  assets: policy(scope, 'AssetHeaders', 'public, max-age=31536000, immutable'),
  scoreboard: policy(scope, 'ScoreboardHeaders', 'public, max-age=2'),
});

function policy(scope: Construct, id: string, cacheControl: string): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
    },
    customHeadersBehavior: { customHeaders: [{ header: 'Cache-Control', value: cacheControl, override: true }] },
  });
}
