import {
  DeleteSnapshotCommand,
  DeleteVolumeCommand,
  DeregisterImageCommand,
  EC2Client,
  paginateDescribeImages,
  paginateDescribeSnapshots,
  paginateDescribeVolumes,
} from '@aws-sdk/client-ec2';
import { foundBy, gathered, type AwsKind } from '../place';

const ec2 = { service: 'ec2' } as const;

/** Images before the snapshots that they are made of. */
export const storageKinds: readonly AwsKind[] = [
  {
    ...ec2,
    type: 'volume',
    list: async (place) => {
      const client = place.client(EC2Client);
      const volumes = await gathered(paginateDescribeVolumes({ client }, {}), ({ Volumes }) => Volumes);
      return volumes.map(({ VolumeId: id = '', VolumeType: type = '', Size: gib = 0 }) => ({
        id,
        priced: { kind: 'volume', id, type, gib } as const,
      }));
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteVolumeCommand({ VolumeId: id })),
  },
  {
    ...ec2,
    type: 'image',
    list: async (place) => {
      const client = place.client(EC2Client);
      const images = await gathered(paginateDescribeImages({ client }, { Owners: ['self'] }), ({ Images }) => Images);
      return foundBy(images, ({ ImageId }) => ImageId);
    },
    remove: (place, id) => place.client(EC2Client).send(new DeregisterImageCommand({ ImageId: id })),
  },
  {
    ...ec2,
    type: 'snapshot',
    list: async (place) => {
      const client = place.client(EC2Client);
      const pages = paginateDescribeSnapshots({ client }, { OwnerIds: ['self'] });
      const snapshots = await gathered(pages, ({ Snapshots }) => Snapshots);
      return foundBy(
        snapshots.filter(({ OwnerId }) => OwnerId === place.account),
        ({ SnapshotId }) => SnapshotId,
      );
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteSnapshotCommand({ SnapshotId: id })),
  },
];
