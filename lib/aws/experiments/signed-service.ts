import { createHash, createHmac } from 'node:crypto';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** A service of AWS with a JSON API that no client of the SDK at hand knows, or not all of it. */
export interface ServiceAddress {
  /** As it is signed: `scheduler`. */
  readonly service: string;
  readonly region: string;
  /** Without a trailing slash. */
  readonly endpoint: string;
  credentials(): Promise<Credentials>;
}

/** What a service answered with when it refused a call. */
export class ServiceError extends Error {
  readonly $fault: 'client' | 'server';

  constructor(
    override readonly name: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.$fault = status >= 500 ? 'server' : 'client';
  }
}

const TIMEOUT_MS = 8000;

/**
 * One signed call with JSON in and out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * @param path with slashes, its parts encoded already
 * @param query values not yet encoded
 * @throws ServiceError when the service says no
 */
export async function callService(
  address: ServiceAddress,
  { method, path, query = {}, body }: ServiceCall,
  now: Date,
): Promise<unknown> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const search = Object.entries(query)
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .sort()
    .join('&');
  const url = new URL(`${address.endpoint}${path}${search === '' ? '' : `?${search}`}`);
  const headers = signed(address, await address.credentials(), { method, url, search, text }, now);
  const response = await fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body !== undefined && { body: text }),
  });
  const answer = await response.text();
  const content: unknown = answer === '' ? {} : JSON.parse(answer);
  if (response.ok) return content;
  const { message, Message, __type } = content as Readonly<Record<string, string | undefined>>;
  const name = response.headers.get('x-amzn-errortype') ?? __type ?? `Status${response.status}`;
  throw new ServiceError(
    /[^#]+$/.exec(name.split(':')[0] ?? '')?.[0] ?? name,
    message ?? Message ?? answer,
    response.status,
  );
}

interface ServiceCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function signed(
  { service, region }: ServiceAddress,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  { method, url, search, text }: { method: string; url: URL; search: string; text: string },
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = [time.slice(0, 8), region, service, 'aws4_request'];
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    host: url.host,
    'x-amz-date': time,
    ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
  };
  const names = Object.keys(headers).sort();
  // Every part of the path is encoded once more than it is sent.
  const path = url.pathname.split('/').map(encode).join('/');
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const request = [method, path, search, lines, names.join(';'), sha256(text)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(request)].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  const { host: _host, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
