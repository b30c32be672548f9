import { createRoute, z } from '@hono/zod-openapi';
import type { Reading } from '../reading';
import { rewinder } from '../rewinder';
import { answers, audience, type AddRoute } from '../route';

const snapshotSchema = z.looseObject({ version: z.literal(1) });

const board = createRoute({
  ...audience('public'),
  method: 'get',
  path: '/api/scoreboard',
  summary: 'What the audience sees; with `at`, seconds into the event, what stood at the end of the last round before',
  request: {
    query: z.strictObject({
      at: z
        .string()
        .regex(/^\d{1,7}$/, 'is no whole number of seconds')
        .transform(Number)
        .optional(),
    }),
  },
  responses: answers(snapshotSchema, 'The content of scoreboard.json'),
});

export function addScoreboard(add: AddRoute, read: () => Promise<Reading>): void {
  const rewound = rewinder();
  add(board, async (c) => {
    const { at } = c.req.valid('query');
    const reading = await read();
    const shown: z.infer<typeof snapshotSchema> = { ...(at === undefined ? reading.snapshot : rewound(reading, at)) };
    return c.json(shown, 200);
  });
}
