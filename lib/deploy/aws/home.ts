import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { GameDayError } from '../../core/errors';
import type { Credentials } from './credentials';

/** Whose credentials are at hand: the organizer's, by the definition that deploying with them makes the organizer's plane. */
export interface Home {
  readonly account: string;
  readonly region: string;
  /** `aws`, or another one such as `aws-cn`. */
  readonly partition: string;
  readonly credentials: Credentials;
}

/**
 * Finds out account and region of the credentials at hand. Throws `CredentialsMissing` when there are none that work, or no region.
 * @param profile of the AWS configuration; the environment decides when it is undefined
 */
export async function findHome(profile: string | undefined, region: string | undefined): Promise<Home> {
  const credentials = fromNodeProviderChain(profile === undefined ? {} : { profile });
  const client = new STSClient({
    credentials,
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  });
  try {
    const identity = await client.send(new GetCallerIdentityCommand({}));
    const account = identity.Account ?? '';
    const partition = identity.Arn?.split(':')[1] ?? 'aws';
    return { account, region: await client.config.region(), partition, credentials };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new GameDayError(
      'CredentialsMissing',
      `AWS does not know you${profile === undefined ? '' : ` by the profile ${profile}`}: ${said}`,
      /region/i.test(said)
        ? 'Give the region: --region eu-west-1, or AWS_REGION.'
        : 'Log in (aws sso login --profile NAME) and give --profile NAME, or set AWS_PROFILE.',
      { cause },
    );
  }
}
