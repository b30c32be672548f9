import { DeleteSecretCommand, paginateListSecrets, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { foundBy, gathered, type AwsKind } from '../place';

export const secretKinds: readonly AwsKind[] = [
  {
    service: 'secretsmanager',
    type: 'secret',
    list: async (place) => {
      const client = place.client(SecretsManagerClient);
      const secrets = await gathered(paginateListSecrets({ client }, {}), ({ SecretList }) => SecretList);
      return foundBy(
        secrets.filter(({ DeletedDate }) => DeletedDate === undefined),
        ({ ARN }) => ARN,
      );
    },
    remove: (place, id) =>
      place
        .client(SecretsManagerClient)
        .send(new DeleteSecretCommand({ SecretId: id, ForceDeleteWithoutRecovery: true })),
  },
];
