import { z } from '@hono/zod-openapi';

/** https://www.rfc-editor.org/rfc/rfc9457 */
export const problemSchema = z
  .strictObject({
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** What is wrong with the request, by field. */
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
type Problem = z.infer<typeof problemSchema>;

const titles = {
  400: 'The request is not understood',
  401: 'Log in first',
  403: 'Not yours to see or do',
  404: 'There is no such thing',
  409: 'Not possible now',
  413: 'The request is too large',
  415: 'Send JSON',
  429: 'Too many requests',
  500: 'The server could not answer',
  502: 'The account did not answer',
  503: 'Not now',
} as const;
export type RefusedStatus = keyof typeof titles;

/** A request that is not done, with what its sender is told; nothing else of it leaves the server. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  /** @param detail one sentence for the person before the page */
  constructor(
    readonly status: RefusedStatus,
    readonly detail?: string,
    readonly errors?: readonly { readonly field: string; readonly message: string }[],
  ) {
    super(detail ?? titles[status]);
  }
}

/** What is refused for a moment may be asked again after so long. */
const RETRY_SECONDS = 2;

export function problemResponse({ status, detail, errors }: ApiRefusal): Response {
  const problem: Problem = {
    title: titles[status],
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      ...(status === 503 && { 'Retry-After': String(RETRY_SECONDS) }),
    },
  });
}

/** A status of HTTP as one that this API answers with. */
export const refusedStatus = (status: number): RefusedStatus =>
  status in titles ? (status as RefusedStatus) : status < 500 ? 400 : 500;
