import type { STSClientConfig } from '@aws-sdk/client-sts';

/** What every client of an AWS service may be given; whatever is left out comes from the environment, as the SDK does it. */
export type ClientOptions = Pick<STSClientConfig, 'region' | 'credentials' | 'requestHandler' | 'maxAttempts'>;
