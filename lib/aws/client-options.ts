import type { CloudWatchClientConfig } from '@aws-sdk/client-cloudwatch';

/** What every client of an AWS service may be given; whatever is left out comes from the environment, as the SDK does it. */
export type ClientOptions = Pick<
  CloudWatchClientConfig,
  'region' | 'credentials' | 'requestHandler' | 'maxAttempts' | 'retryStrategy'
>;
