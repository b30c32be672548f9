import { createRoute, z } from '@hono/zod-openapi';
import { answers, audience, type AddRoute, type ApiApp } from '../route';

const documentSchema = z.looseObject({ openapi: z.string() });

const document = createRoute({
  ...audience('organizer'),
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This document',
  responses: answers(documentSchema, 'OpenAPI 3.1'),
});

const about = { openapi: '3.1.0', info: { title: 'GameDay', version: '1' } };

/** The OpenAPI document of all routes that an app has; `x-audience` of each says whom it is for. */
export const apiDocument = (app: ApiApp) => app.getOpenAPI31Document(about);

export function addDocument(add: AddRoute, app: ApiApp): void {
  add(document, (c) => {
    const described: z.infer<typeof documentSchema> = { ...apiDocument(app) };
    return c.json(described, 200);
  });
}
