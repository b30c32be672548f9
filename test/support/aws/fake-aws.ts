import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { ClientOptions } from '../../../lib/aws/client-options';

/** One call that a client of the real SDK made, decoded as far as every service needs it. */
export interface Call {
  /** The name that the call was signed for: `monitoring`, `dynamodb`, `s3`, … */
  readonly service: string;
  /** Operation of the JSON and query protocols; the HTTP method for S3. */
  readonly action: string;
  /** Access key that signed it. */
  readonly accessKey: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Answer {
  readonly status: number;
  readonly body: string;
}
type Service = (call: Call) => Answer;

/** A request as the SDK makes it, or one that came over HTTP. */
export interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Record<string, string | string[] | null>;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/**
 * AWS behind the real clients: their serialisation, signing, paging and retries run, only the wire is ours. A call that no service
 * knows throws.
 */
export class FakeAws {
  readonly calls: Call[] = [];
  private readonly faults: { matches: (call: Call) => boolean; times: number; answer: () => Answer }[] = [];

  constructor(private readonly services: Readonly<Record<string, Service>>) {}

  /** The next `times` calls that match are answered so, or, when `answer` throws, break off. */
  fail(matches: (call: Call) => boolean, times: number, answer: () => Answer): void {
    this.faults.push({ matches, times, answer });
  }

  /** For every client. Retries do not wait. */
  options(): ClientOptions {
    return {
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIAORGANIZER', secretAccessKey: 'secret' },
      requestHandler: {
        handle: (request: unknown) => {
          const { status, type, body } = this.answer(request as SdkRequest);
          const headers = { 'content-type': type };
          return Promise.resolve({
            response: { statusCode: status, headers, body: Readable.from([Buffer.from(body)]) },
          });
        },
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
      },
      retryStrategy: retriesAtOnce(6),
    };
  }

  /** @throws for a call that no service knows, and whatever a fault throws */
  answer(request: SdkRequest): Answer & { readonly type: string } {
    const call = decoded(request);
    this.calls.push(call);
    const fault = this.faults.find((each) => each.times > 0 && each.matches(call));
    if (fault !== undefined) fault.times -= 1;
    const service = this.services[call.service];
    if (service === undefined) throw new Error(`unexpected call: ${call.service} ${call.action}`);
    const { status, body } = fault === undefined ? service(call) : fault.answer();
    const type = body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.0';
    return { status, body, type };
  }
}

export const ok = (body: unknown): Answer => ({
  status: 200,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
export const jsonError = (type: string, more: object = {}): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: type, message: type, ...more }),
});
export const xmlError = (code: string, status = 403): Answer => ({
  status,
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`,
});

function decoded({ method, hostname, path, query = {}, headers, body }: SdkRequest): Call {
  const header = (name: string): string =>
    Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const [, accessKey = '', service = ''] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(header('authorization')) ?? [];
  // The SDK's own kind of bytes warns when it is taken for text.
  const bytes =
    typeof body === 'object' ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.from(body ?? '');
  const text = (header('content-encoding').includes('gzip') ? gunzipSync(bytes) : bytes).toString();
  const target = header('x-amz-target').split('.').at(-1);
  const action = target || new URLSearchParams(text).get('Action') || method;
  const flat = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value ?? '')]));
  return { service, action, accessKey, host: hostname, path, query: flat, body: text };
}

/** As the SDK's own strategy, without its pauses. */
function retriesAtOnce(attempts: number): NonNullable<ClientOptions['retryStrategy']> {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 });
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry: (known: ReturnType<typeof token>, { errorType }: { errorType: string }) => {
      const count = known.getRetryCount() + 1;
      const isFinal = errorType === 'CLIENT_ERROR' || count >= attempts;
      return isFinal ? Promise.reject(new Error('no more attempts')) : Promise.resolve(token(count));
    },
    recordSuccess: () => undefined,
  };
}
