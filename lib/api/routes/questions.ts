import { createRoute, z } from '@hono/zod-openapi';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, someText, teamPath, writtenSchema, type AddRoute } from '../route';
import { writeFact } from '../write';

const ask = createRoute({
  ...audience('team'),
  method: 'post',
  path: '/api/teams/{team}/questions',
  summary: 'Ask the organizers',
  request: { params: teamPath, ...jsonBody(z.strictObject({ text: someText })) },
  responses: answers(writtenSchema, 'They see it'),
});

const answer = createRoute({
  ...audience('organizer'),
  method: 'post',
  path: '/api/organizer/answers',
  summary: 'Answer a question, to its team or to all',
  request: jsonBody(z.strictObject({ to: z.string().min(1).max(300), text: someText, public: z.boolean() })),
  responses: answers(writtenSchema, 'It is answered'),
});

export function addQuestions(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(ask, async (c) => {
    const { id: team } = c.get('team');
    const { text } = c.req.valid('json');
    return c.json(await writeFact(ports, { by: `team:${team}`, type: 'asked', team, text }), 200);
  });

  add(answer, async (c) => {
    const said = c.req.valid('json');
    const { day } = await read();
    if (!day.entries.some(({ entry }) => entry.type === 'asked' && entry.id === said.to)) {
      throw new ApiRefusal(404, 'Nobody asked that question.');
    }
    return c.json(await writeFact(ports, { by: 'organizer', type: 'answered', ...said }), 200);
  });
}
