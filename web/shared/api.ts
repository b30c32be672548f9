import type { Dated } from './server-clock';

/** Why the server did not do it. https://www.rfc-editor.org/rfc/rfc9457 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  /** @param status of HTTP; 0 when no answer came */
  constructor(
    readonly status: number,
    message: string,
    readonly fields: readonly { readonly field: string; readonly message: string }[] = [],
  ) {
    super(message);
  }
}

interface Problem {
  readonly title: string;
  readonly detail?: string;
  readonly errors?: ApiProblem['fields'];
}

/** An answer that takes longer than this is a failure. */
const PATIENCE_MS = 15_000;

type Method = 'GET' | 'POST' | 'DELETE';

/**
 * The hash that a write has to come with on AWS, where CloudFront signs it along.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
async function hashOf(method: Method, sent = ''): Promise<Readonly<Record<string, string>>> {
  // Without TLS, which AWS always has, browsers hash nothing except on loopback, and nobody asks for it.
  if (method === 'GET' || !isSecureContext) return {};
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent)));
  return { 'x-amz-content-sha256': Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** What the server said, and what its answer tells about its clock. */
interface DatedAnswer<Answer> {
  readonly content: Answer;
  /** Undefined where the answer has no date. */
  readonly dated: Dated | undefined;
}

/**
 * Asks the API of the server that this page came from. Paths are below `api/`.
 * Throws {@link ApiProblem}.
 */
export async function callApi<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  return (await askApi<Answer>(method, path, body)).content;
}

/** As {@link callApi}, with when the answer was written. */
export async function askApi<Answer>(method: Method, path: string, body?: unknown): Promise<DatedAnswer<Answer>> {
  const sentAtMs = Date.now();
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const answer = await fetch(`api/${path}`, {
    method,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { ...(sent !== undefined && { 'Content-Type': 'application/json' }), ...(await hashOf(method, sent)) },
    ...(sent !== undefined && { body: sent }),
  }).catch((error: unknown) => {
    throw new ApiProblem(0, error instanceof Error ? error.message : String(error));
  });
  const receivedAtMs = Date.now();
  const content: unknown = await answer.json().catch(() => undefined);
  const dateMs = Date.parse(answer.headers.get('Date') ?? '');
  const dated = Number.isNaN(dateMs) ? undefined : { sentAtMs, receivedAtMs, dateMs };
  // One that broke off says nothing: the page keeps what it has.
  if (answer.ok && content === undefined) throw new ApiProblem(0, 'The answer broke off.');
  if (answer.ok) return { content: content as Answer, dated };
  const { title, detail, errors } = (content ?? { title: answer.statusText }) as Problem;
  throw new ApiProblem(answer.status, detail ?? title, errors);
}
