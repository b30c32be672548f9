import { type OpenAPIHono, type RouteConfig, type RouteHandler, z } from '@hono/zod-openapi';
import { admit, type ApiEnv, type Audience } from './admission/admit';
import { rateLimit, type Weight } from './admission/rate-limit';
import type { ApiPorts } from './ports';
import { problemSchema } from './refusal';

export type ApiApp = OpenAPIHono<ApiEnv>;

/** A route with whom it is for; none can be added without saying so. */
type AudienceRoute = RouteConfig & { readonly 'x-audience': Audience };

/** Adds routes to an app; whom they let in is decided before anything of a request is read. */
export const adderOf =
  (app: ApiApp, ports: ApiPorts) =>
  <R extends AudienceRoute>(route: R, handler: RouteHandler<R, ApiEnv>, weight?: Weight): void => {
    const path = route.path.replaceAll(/\/{(.+?)}/g, '/:$1');
    const counted = weight ?? (route.method === 'get' ? 'read' : 'write');
    app.on(route.method.toUpperCase(), path, admit(ports, route['x-audience']), rateLimit(ports, counted));
    app.openapi(route, handler);
  };
export type AddRoute = ReturnType<typeof adderOf>;

export const audience = <A extends Audience>(of: A) => ({ 'x-audience': of }) as const;

export const jsonBody = <S extends z.ZodType>(schema: S) =>
  ({ body: { required: true, content: { 'application/json': { schema } } } }) as const;

/** The answers of a route: the good one, and a problem for whatever goes wrong. */
export const answers = <S extends z.ZodType>(schema: S, description: string) =>
  ({
    200: { description, content: { 'application/json': { schema } } },
    default: {
      description: 'Why it was not done',
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  }) as const;

/** Which team, in a path. */
export const teamPath = z.object({ team: z.string().min(1).max(100) });

/** What people write: something that can be read, of a length that somebody reads. */
export const someText = z.string().min(1).max(2000).regex(/\S/u, 'holds nothing to read');

/** What every write answers: the fact as it stands in the log. */
export const writtenSchema = z.strictObject({ id: z.string(), at: z.string(), type: z.string() }).openapi('Written');
