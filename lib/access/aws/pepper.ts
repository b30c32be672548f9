import {
  CreateSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { randomBytes } from 'node:crypto';
import type { ClientOptions } from '../../aws/client-options';
import { GameDayError } from '../../core/errors';

/** Longer than the hash itself would be of no use. */
const PEPPER_BYTES = 32;

/** Name of the secret with the key of an event's codes and sessions, in the organizer's account. */
export const pepperName = (event: string): string => `gameday/${event}/access`;

/**
 * The key of an event's codes and sessions, asked for once. Throws `SecretUnusable` for one that is about to be deleted.
 * @param event the event's id
 * @param make whether it is made when there is none; otherwise `SecretUnusable`
 */
export function eventPepper(event: string, make: boolean, options: ClientOptions = {}): () => Promise<Uint8Array> {
  const client = new SecretsManagerClient(options);
  let known: Promise<Uint8Array> | undefined;
  return () => {
    known ??= readPepper(client, pepperName(event), make);
    // A failure is not remembered.
    known.catch(() => (known = undefined));
    return known;
  };
}

async function readPepper(client: SecretsManagerClient, name: string, make: boolean): Promise<Uint8Array> {
  try {
    if (make) await makePepper(client, name);
    const { SecretString: text } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    return Buffer.from(text ?? '', 'base64url');
  } catch (cause) {
    if (cause instanceof ResourceNotFoundException) {
      throw new GameDayError(
        'SecretUnusable',
        `There is no secret ${name}, so no team has a code.`,
        'Give the teams codes: npx gameday access codes.',
        { cause },
      );
    }
    if (!(cause instanceof InvalidRequestException)) throw cause;
    throw new GameDayError(
      'SecretUnusable',
      `The secret ${name} cannot be used: ${cause.message}`,
      `Bring it back (aws secretsmanager restore-secret --secret-id ${name}), then repeat the command.`,
      { cause },
    );
  }
}

/** Of two who make it at once, one finds that it exists, and both read the same. */
async function makePepper(client: SecretsManagerClient, name: string): Promise<void> {
  try {
    await client.send(
      new CreateSecretCommand({
        Name: name,
        Description: 'Key of the hashes of GameDay team codes, and of the sessions that they open',
        SecretString: randomBytes(PEPPER_BYTES).toString('base64url'),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
  }
}
