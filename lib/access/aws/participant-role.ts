import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { pooledRoleArn } from '../../accounts/role-names';
import type { ClientOptions } from '../../aws/client-options';
import { GameDayError } from '../../core/errors';
import type { ParticipantCredentials, SessionNames } from '../ports';

/** Enters accounts as their participant role. @param partition such as `aws` */
export function participantRole(
  partition: string,
  options: ClientOptions = {},
): (account: string, names: SessionNames) => Promise<ParticipantCredentials> {
  const client = new STSClient(options);
  return async (account, { sessionName, sourceIdentity }) => {
    // No duration: a role that was entered from another one gives an hour, and AWS's sign-in refuses credentials for which a duration was asked
    // in that way. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
    const command = new AssumeRoleCommand({
      RoleArn: pooledRoleArn(account, 'participant', partition),
      RoleSessionName: sessionName,
      SourceIdentity: sourceIdentity,
    });
    const { Credentials: given } = await client.send(command).catch((error: unknown) => {
      throw unreadable(account, error instanceof Error ? error.name : 'unknown');
    });
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
    if (!accessKeyId || !secretAccessKey || !sessionToken || given?.Expiration === undefined) {
      throw unreadable(account, 'no credentials');
    }
    return { accessKeyId, secretAccessKey, sessionToken, expiration: given.Expiration };
  };
}

/** Without the cause: a failure of the client may hold what it was sent. */
const unreadable = (account: string, why: string): GameDayError =>
  new GameDayError(
    'AccountUnreadable',
    `account ${account}: its participant role cannot be assumed (${why})`,
    'Find out what is missing: npx gameday doctor event.yaml.',
  );
