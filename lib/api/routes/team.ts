import { createRoute, z } from '@hono/zod-openapi';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { answers, audience, teamPath, type AddRoute } from '../route';
import { ledgerLines, lineSchema, teamViewSchema, teamView } from '../views/team-view';

const view = createRoute({
  ...audience('team-or-organizer'),
  method: 'get',
  path: '/api/teams/{team}',
  summary: 'How a team stands, and why',
  request: { params: teamPath },
  responses: answers(teamViewSchema, 'The team’s own view: no other team’s score is in it'),
});

const ledger = createRoute({
  ...audience('team-or-organizer'),
  method: 'get',
  path: '/api/teams/{team}/ledger',
  summary: 'Every line that earned or cost a team points',
  request: { params: teamPath },
  responses: answers(z.strictObject({ lines: z.array(lineSchema) }), 'Oldest first; the score is their sum'),
});

export function addTeam(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(view, async (c) => c.json(teamView(ports, await read(), c.get('team').id), 200));

  add(ledger, async (c) => {
    const reading = await read();
    return c.json({ lines: ledgerLines(reading, reading.team(c.get('team').id).lines) }, 200);
  });
}
