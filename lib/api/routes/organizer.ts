import { createRoute, z } from '@hono/zod-openapi';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { answers, audience, type AddRoute } from '../route';
import { logPage } from '../views/log-page';
import { organizerView, organizerViewSchema } from '../views/organizer-view';

const entrySchema = z.looseObject({ id: z.string(), at: z.string(), by: z.string(), type: z.string() });

const view = createRoute({
  ...audience('organizer'),
  method: 'get',
  path: '/api/organizer',
  summary: 'Everything of the day, with the frozen order and the true one',
  responses: answers(organizerViewSchema, 'As it stands now'),
});

const log = createRoute({
  ...audience('organizer'),
  method: 'get',
  path: '/api/organizer/log',
  summary: 'The log as it grows',
  request: { query: z.strictObject({ since: z.string().max(100).optional() }) },
  responses: answers(
    z.strictObject({
      from: z.int(),
      entries: z.array(entrySchema),
      cursor: z.string(),
      more: z.boolean(),
    }),
    'What has come since the cursor; `from` is 0 where everything is told again',
  ),
});

export function addOrganizer(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(view, async (c) => c.json(organizerView(ports, await read()), 200));

  add(log, async (c) => {
    const page = logPage((await read()).log, c.req.valid('query').since);
    const entries: z.infer<typeof entrySchema>[] = page.entries.map((entry) => ({ ...entry }));
    return c.json({ ...page, entries }, 200);
  });
}
