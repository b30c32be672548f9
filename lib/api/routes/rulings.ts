import { createRoute, z } from '@hono/zod-openapi';
import { decideRetraction } from '../../core/time/retraction';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, someText, writtenSchema, type AddRoute } from '../route';
import { writeEntry, writeFact } from '../write';

const forOrganizers = { ...audience('organizer'), method: 'post' } as const;
const team = z.string().min(1).max(100);
const round = z.int().nonnegative().max(1_000_000);

const adjust = createRoute({
  ...forOrganizers,
  path: '/api/organizer/adjustments',
  summary: 'Give or take points, for a reason that the team reads',
  request: jsonBody(z.strictObject({ team, points: z.number().min(-1e9).max(1e9), reason: someText })),
  responses: answers(writtenSchema, 'It counts'),
});

const voided = createRoute({
  ...forOrganizers,
  path: '/api/organizer/voids',
  summary: 'Take rounds out of the game, both ends included, for a team or for all',
  request: jsonBody(
    z
      .strictObject({ from: round, to: round, team: team.optional(), reason: someText })
      .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first round' }),
  ),
  responses: answers(writtenSchema, 'They count for nothing'),
});

const retract = createRoute({
  ...forOrganizers,
  path: '/api/organizer/retractions',
  summary: 'Take back an entry of the log',
  request: jsonBody(z.strictObject({ entry: z.string().min(1).max(300), reason: someText })),
  responses: answers(writtenSchema, 'It never happened'),
});

export function addRulings(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  const requireTeam = (id: string): void => {
    if (!ports.event.teams.some((each) => each.id === id)) throw new ApiRefusal(404, 'The event has no such team.');
  };

  add(adjust, async (c) => {
    const asked = c.req.valid('json');
    requireTeam(asked.team);
    return c.json(await writeFact(ports, { by: 'organizer', type: 'adjusted', ...asked }), 200);
  });

  add(voided, async (c) => {
    const { team: of, ...rounds } = c.req.valid('json');
    if (of !== undefined) requireTeam(of);
    const about = of === undefined ? {} : { team: of };
    return c.json(await writeFact(ports, { by: 'organizer', type: 'voided', ...rounds, ...about }), 200);
  });

  add(retract, async (c) => {
    const asked = c.req.valid('json');
    const { log } = await read();
    if (!log.some(({ id }) => id === asked.entry)) throw new ApiRefusal(404, 'The log has no such entry.');
    const decision = decideRetraction(ports.event, log, asked.entry, ports.clock.now());
    if (!decision.ok) throw new ApiRefusal(409, `It stays: ${decision.reason}.`);
    const at = new Date(decision.at).toISOString();
    const id = `retracted-${ports.newId()}`;
    return c.json(await writeEntry(ports, { id, at, by: 'organizer', type: 'retracted', ...asked }), 200);
  });
}
