import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { ApiEnv } from './admission/admit';
import { sameOrigin } from './admission/same-origin';
import type { ApiPorts } from './ports';
import { ApiRefusal, problemResponse, refusedStatus } from './refusal';
import type { ApiApp } from './route';

/** More than anybody writes. */
const MOST_BODY_BYTES = 64 * 1024;

/** Answers are data for the pages: nothing of them is ever run or shown by itself. */
const headers: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cache-Control', 'no-store'],
];

/** An API without a route: what holds for every request and every answer. */
export function bareApi({
  failed,
  passesByItself,
  secure,
  origin,
}: Pick<ApiPorts, 'failed' | 'passesByItself' | 'secure' | 'origin'>): ApiApp {
  const app: ApiApp = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
      throw new ApiRefusal(400, undefined, errors);
    },
  });
  app.onError((error) => {
    if (error instanceof ApiRefusal) return problemResponse(error);
    if (error instanceof HTTPException) return problemResponse(new ApiRefusal(refusedStatus(error.status)));
    failed(error);
    if (passesByItself?.(error) === true) {
      return problemResponse(new ApiRefusal(503, 'It was not done. Try again in a moment.'));
    }
    return problemResponse(new ApiRefusal(500));
  });
  app.notFound(() => problemResponse(new ApiRefusal(404)));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
  });
  app.use(sameOrigin(origin));
  app.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: () => {
        throw new ApiRefusal(413);
      },
    }),
  );
  return app;
}
