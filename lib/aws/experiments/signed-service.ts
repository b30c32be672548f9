import { authorization, encode, type Credentials } from './sign-request';

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
class ServiceError extends Error {
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
  const credentials = await address.credentials();
  const headers = {
    'content-type': 'application/json',
    'x-amz-date': now.toISOString().replace(/[-:]|\.\d{3}/g, ''),
    ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
  };
  // `fetch` sends the host by itself.
  const request = { method, path: url.pathname, search, text, headers: { ...headers, host: url.host } };
  const response = await fetch(url, {
    method,
    headers: { ...headers, authorization: authorization(address, credentials, request) },
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
