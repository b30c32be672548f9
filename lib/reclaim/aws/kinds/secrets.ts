import {
  DeleteSecretCommand,
  DescribeSecretCommand,
  paginateListSecrets,
  RemoveRegionsFromReplicationCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
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
    // One with copies in other regions cannot be deleted, nor can a copy by itself.
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/delete-replica.html
    release: async (place, id) => {
      const client = place.client(SecretsManagerClient);
      const { ReplicationStatus: copies = [] } = await client.send(new DescribeSecretCommand({ SecretId: id }));
      const regions = copies.map(({ Region = '' }) => Region);
      if (regions.length === 0) return;
      await client.send(new RemoveRegionsFromReplicationCommand({ SecretId: id, RemoveReplicaRegions: regions }));
    },
    remove: (place, id) =>
      place
        .client(SecretsManagerClient)
        .send(new DeleteSecretCommand({ SecretId: id, ForceDeleteWithoutRecovery: true })),
  },
];
