import { createRoute, z } from '@hono/zod-openapi';
import type { Reading } from '../reading';
import { answers, audience, type AddRoute } from '../route';

const snapshotSchema = z.looseObject({ version: z.literal(1) });

const board = createRoute({
  ...audience('public'),
  method: 'get',
  path: '/api/scoreboard',
  summary: 'What the audience sees',
  responses: answers(snapshotSchema, 'The content of scoreboard.json'),
});

export function addScoreboard(add: AddRoute, read: () => Promise<Reading>): void {
  add(board, async (c) => {
    const shown: z.infer<typeof snapshotSchema> = { ...(await read()).snapshot };
    return c.json(shown, 200);
  });
}
