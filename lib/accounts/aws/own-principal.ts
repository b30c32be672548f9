import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { GameDayError } from '../../core/errors';
import type { Home } from '../../deploy/aws/home';

/**
 * ARN by which roles can trust whoever the credentials belong to: of a session its role, path included, and of a user the user.
 * Throws `BadOption` for the root user, which nothing should be done as.
 */
export async function ownPrincipal({ region, credentials, partition }: Home): Promise<string> {
  const { Arn: arn = '' } = await new STSClient({ region, credentials }).send(new GetCallerIdentityCommand({}));
  const [, account, name] = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (name === undefined && arn.includes(':user/')) return arn;
  if (name === undefined) {
    throw new GameDayError(
      'BadOption',
      `The credentials at hand are ${arn}, which no role should trust.`,
      'Use a role or a user of the organizer’s account, or write it under accounts: organizers.',
    );
  }
  // A session's ARN does not tell the path of its role, and roles of IAM Identity Center have one.
  const { Role: role } = await new IAMClient({ region, credentials }).send(new GetRoleCommand({ RoleName: name }));
  return role?.Arn ?? `arn:${partition}:iam::${account}:role/${name}`;
}
