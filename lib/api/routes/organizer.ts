import { createRoute, z } from '@hono/zod-openapi';
import { secondsAt } from '../../core/time/timeline';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { answers, audience, type AddRoute } from '../route';
import { incidentsView, incidentsViewSchema } from '../views/incidents-view';
import { logPage } from '../views/log-page';
import { organizerView, organizerViewSchema } from '../views/organizer-view';

/** @property atSeconds event time of `at` */
const entrySchema = z
  .looseObject({ id: z.string(), at: z.string(), atSeconds: z.number(), by: z.string(), type: z.string() })
  .openapi('OrganizerEntry');
const logSchema = z
  .strictObject({
    from: z.int(),
    entries: z.array(entrySchema),
    cursor: z.string(),
    more: z.boolean(),
  })
  .openapi('OrganizerLog');
export type OrganizerLog = z.infer<typeof logSchema>;

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
  responses: answers(logSchema, 'What has come since the cursor; `from` is 0 where everything is told again'),
});

const incidents = createRoute({
  ...audience('organizer'),
  method: 'get',
  path: '/api/organizer/incidents',
  summary: 'What all teams went through, with what was done to them meanwhile',
  responses: answers(incidentsViewSchema, 'As it stands now'),
});

export function addOrganizer(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(view, async (c) => c.json(organizerView(ports, await read()), 200));

  add(log, async (c) => {
    const { log: entries, day } = await read();
    const page = logPage(entries, c.req.valid('query').since);
    const dated: OrganizerLog['entries'] = page.entries.map((entry) => ({
      ...entry,
      atSeconds: secondsAt(day.timeline, Date.parse(entry.at)),
    }));
    return c.json({ ...page, entries: dated }, 200);
  });

  add(incidents, async (c) => c.json(incidentsView(await read()), 200));
}
