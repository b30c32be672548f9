import {
  AbortMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  DeleteObjectsCommand,
  paginateListBuckets,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { belongsToUs } from '../../baseline';
import { gathered, type AwsKind, type Place } from '../place';

/** Names of buckets are the world's, and a list of them knows no region; each is asked for in its own, where AWS sends the client. */
export const bucketKinds: readonly AwsKind[] = [
  {
    service: 's3',
    type: 'bucket',
    global: true,
    list: async (place) => {
      const buckets = await gathered(
        paginateListBuckets({ client: bucketClient(place) }, {}),
        ({ Buckets }) => Buckets,
      );
      return buckets.map(({ Name: id = '' }) => ({ id, ...belongsToUs('bucket', id) }));
    },
    // A policy may keep even us from the objects.
    release: async (place, id) => void (await bucketClient(place).send(new DeleteBucketPolicyCommand({ Bucket: id }))),
    remove: async (place, id) => {
      await empty(bucketClient(place), id);
      await bucketClient(place).send(new DeleteBucketCommand({ Bucket: id }));
    },
  },
];

class FollowingClient extends S3Client {
  constructor(options: ConstructorParameters<typeof S3Client>[0]) {
    super({ ...options, followRegionRedirects: true });
  }
}
const bucketClient = (place: Place): S3Client => place.client(FollowingClient);

/** Deletes every version, every mark of a deletion, and every upload that was begun: a bucket goes only when it is empty. */
async function empty(client: S3Client, Bucket: string): Promise<void> {
  // Until nothing is listed: each page is deleted before the next is asked for, so there is nothing to go on from.
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) break;
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    if (Errors[0] !== undefined) throw new Error(`${Errors[0].Key}: ${Errors[0].Message ?? Errors[0].Code}`);
  }
  for (;;) {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    if (Uploads.length === 0) return;
    for (const { Key, UploadId } of Uploads) {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    }
  }
}
