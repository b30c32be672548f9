import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ClientOptions } from '../client-options';
import { Kept } from './kept';

/** After another secret was given, sessions of the one before end so much later. */
const KEPT_MS = 30_000;

/** What makes an organizer, read from its secret. @param arn of the secret */
export function organizerSecret(arn: string, options: ClientOptions = {}): () => Promise<string> {
  const client = new SecretsManagerClient(options);
  const kept = new Kept(KEPT_MS, async () => {
    const { SecretString: secret } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    // An empty one would let everybody in.
    if (secret === undefined || secret === '') throw new Error('the organizers’ secret is empty');
    return secret;
  });
  return () => kept.of();
}
