import type { ParticipantCredentials } from './ports';

/** Lines that a POSIX shell takes in. */
export const credentialLines = (
  { accessKeyId, secretAccessKey, sessionToken }: ParticipantCredentials,
  region: string,
): string =>
  [
    ['AWS_ACCESS_KEY_ID', accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
    ['AWS_SESSION_TOKEN', sessionToken],
    ['AWS_REGION', region],
  ]
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');

/** What the AWS command line takes from a `credential_process`: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
export const credentialJson = (credentials: ParticipantCredentials): string =>
  `${JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: credentials.expiration.toISOString(),
  })}\n`;
