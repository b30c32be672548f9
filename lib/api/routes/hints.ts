import { createRoute, z } from '@hono/zod-openapi';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, teamPath, type AddRoute } from '../route';
import { hintShelf } from '../views/hint-shelf';
import { writeFact } from '../write';
import { requirePlay } from './incidents';

const open = createRoute({
  ...audience('team'),
  method: 'post',
  path: '/api/teams/{team}/hints',
  summary: 'Open a hint, for its price',
  request: {
    params: teamPath,
    ...jsonBody(z.strictObject({ number: z.int().min(1).max(1000), level: z.int().min(1).max(100) })),
  },
  responses: answers(
    z.strictObject({ text: z.string(), costSeconds: z.number() }),
    'What it says; once paid, for ever',
  ),
});

export function addHints(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(open, async (c) => {
    const { id: team } = c.get('team');
    const { number, level } = c.req.valid('json');
    const reading = await read();
    const weakness = ports.event.weaknesses[number - 1]?.id;
    const shelved = hintShelf(ports, reading, team)[number - 1]?.levels[level - 1];
    if (weakness === undefined || shelved === undefined) throw new ApiRefusal(404, 'There is no such hint.');
    const { costSeconds, text: opened } = shelved;
    if (opened !== null) return c.json({ text: opened, costSeconds }, 200);
    requirePlay(reading, team);
    const id = `hint-${team}-${weakness}-${level}`;
    await writeFact(ports, { by: `team:${team}`, type: 'hint', team, weakness, level }, id);
    const text = ports.weaknesses.find((each) => each.id === weakness)?.hints[level - 1]?.text ?? '';
    return c.json({ text, costSeconds }, 200);
  });
}
