import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { ApiEnv } from './admission/admit';
import { sameOrigin } from './admission/same-origin';
import type { ApiPorts } from './ports';
import { readerOf } from './reading';
import { ApiRefusal, problemResponse, refusedStatus } from './refusal';
import { adderOf, type ApiApp } from './route';
import { addAccount } from './routes/account';
import { addDocument } from './routes/document';
import { addEndpoint } from './routes/endpoint';
import { addExperiments } from './routes/experiments';
import { addHints } from './routes/hints';
import { addIncidents } from './routes/incidents';
import { addOrganizer } from './routes/organizer';
import { addQuestions } from './routes/questions';
import { addReadiness } from './routes/readiness';
import { addRulings } from './routes/rulings';
import { addScoreboard } from './routes/scoreboard';
import { addSession } from './routes/session';
import { addSteering } from './routes/steer';
import { addTeam } from './routes/team';

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

/**
 * The HTTP API that the pages call, below `/api`: every write appends to the log, every read is a view of the fold. It keeps nothing but the last
 * fold, which any other server works out alike.
 */
export function createApi(ports: ApiPorts): ApiApp {
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
    ports.failed(error);
    return problemResponse(new ApiRefusal(500));
  });
  app.notFound(() => problemResponse(new ApiRefusal(404)));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    if (ports.secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
  });
  app.use(sameOrigin(ports.origin));
  app.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: () => {
        throw new ApiRefusal(413);
      },
    }),
  );

  const add = adderOf(app, ports);
  const read = readerOf(ports);
  addScoreboard(add, read);
  addSession(add, ports);
  addTeam(add, ports, read);
  addIncidents(add, ports, read);
  addHints(add, ports, read);
  addQuestions(add, ports, read);
  addEndpoint(add, ports);
  addAccount(add, ports);
  addOrganizer(add, ports, read);
  addSteering(add, ports);
  addReadiness(add, ports, read);
  addExperiments(add, ports, read);
  addRulings(add, ports, read);
  addDocument(add, app);
  return app;
}
