import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

interface Request {
  readonly method: string;
  /** As it is sent. */
  readonly path: string;
  /** Encoded, sorted, without the question mark. */
  readonly search: string;
  /** All that are signed, by names in small letters; `host` and `x-amz-date` (20150830T123600Z) among them. */
  readonly headers: Readonly<Record<string, string>> & { readonly 'x-amz-date': string };
  /** The body. */
  readonly text: string;
}

/**
 * Value of the header `authorization`, Signature Version 4.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function authorization(
  { service, region }: { readonly service: string; readonly region: string },
  { accessKeyId, secretAccessKey }: Credentials,
  { method, path, search, headers, text }: Request,
): string {
  const time = headers['x-amz-date'];
  const scope = [time.slice(0, 8), region, service, 'aws4_request'];
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  // Every part of the path is encoded once more than it is sent.
  const twiceEncoded = path.split('/').map(encode).join('/');
  const request = [method, twiceEncoded, search, lines, names.join(';'), sha256(text)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(request)].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}

/** Percent-encoding as Signature Version 4 has it. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
