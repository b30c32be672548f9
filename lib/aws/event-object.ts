import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parseEventJson } from '../core/event/event-json';
import type { GameDayEvent } from '../core/event/event';
import type { ClientOptions } from './client-options';

/** Reads the event that was deployed. Throws `BadEvent`, and what the SDK throws when the object cannot be read. */
export async function readEventObject(
  { bucket, key }: { readonly bucket: string; readonly key: string },
  options: ClientOptions = {},
): Promise<GameDayEvent> {
  const { Body: body } = await new S3Client(options).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return parseEventJson((await body?.transformToString()) ?? '');
}
