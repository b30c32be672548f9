import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ScorerPorts } from '../core/scorer/ports';
import type { ClientOptions } from './client-options';

/** The scoreboard where pages fetch it. Pages poll every few seconds; what CloudFront keeps longer would be old news. */
export function publishedBoard(bucket: string, options: ClientOptions = {}): ScorerPorts['board'] {
  const client = new S3Client(options);
  return {
    publish: async (snapshot) => {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: 'scoreboard.json',
          Body: JSON.stringify(snapshot),
          ContentType: 'application/json',
          CacheControl: 'max-age=2',
        }),
      );
    },
  };
}
