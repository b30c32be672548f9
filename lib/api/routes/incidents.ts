import { createRoute, z } from '@hono/zod-openapi';
import { teamDay } from '../../core/time/day';
import { isDuring } from '../../core/time/timeline';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, someText, teamPath, writtenSchema, type AddRoute } from '../route';
import { writeFact } from '../write';

const forTeam = { ...audience('team'), method: 'post' } as const;

const declare = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/incident',
  summary: 'Declare an incident',
  request: { params: teamPath, ...jsonBody(z.strictObject({ text: someText })) },
  responses: answers(writtenSchema, 'It is declared'),
});

const update = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/incident/updates',
  summary: 'Say how it stands with the incident',
  request: {
    params: teamPath,
    ...jsonBody(z.strictObject({ text: someText, audience: z.enum(['internal', 'external']) })),
  },
  responses: answers(writtenSchema, 'It is written down'),
});

const resolve = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/incident/resolution',
  summary: 'Say that the incident is over',
  request: { params: teamPath, ...jsonBody(z.strictObject({})) },
  responses: answers(writtenSchema, 'It is written down'),
});

export function addIncidents(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  add(declare, async (c) => {
    const { id: team } = c.get('team');
    requirePlay(await read(), team);
    const { text } = c.req.valid('json');
    return c.json(await writeFact(ports, { by: `team:${team}`, type: 'incident-declared', team, text }), 200);
  });

  add(update, async (c) => {
    const { id: team } = c.get('team');
    requireDeclared(await read(), team);
    const said = c.req.valid('json');
    return c.json(await writeFact(ports, { by: `team:${team}`, type: 'incident-updated', team, ...said }), 200);
  });

  add(resolve, async (c) => {
    const { id: team } = c.get('team');
    requireDeclared(await read(), team);
    return c.json(await writeFact(ports, { by: `team:${team}`, type: 'incident-resolved', team }), 200);
  });
}

/** Refuses what means something only while the event plays for a team. */
export function requirePlay({ day }: Reading, team: string): void {
  if (isDuring(day.timeline, day.now, team)) return;
  throw new ApiRefusal(409, `The event does not play: it is ${teamDay(day, team).phase}.`);
}

function requireDeclared(reading: Reading, team: string): void {
  requirePlay(reading, team);
  const declared = reading.day.entries.some(({ entry }) => entry.type === 'incident-declared' && entry.team === team);
  if (!declared) throw new ApiRefusal(409, 'Declare the incident first.');
}
