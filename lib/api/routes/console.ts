import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { creations, operations, settingChangeSchema } from '../../core/records/records';
import type { ApiEnv } from '../admission/admit';
import type { ConsolePort, Wish } from '../console-port';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, teamPath, writtenSchema, type AddRoute } from '../route';
import { architectureSchema } from '../views/architecture-view';
import { writeFact, type Written } from '../write';
import { requirePlay } from './incidents';

const logicalId = z.string().min(1).max(255);
const forTeam = { ...audience('team'), method: 'post' } as const;

const sight = createRoute({
  ...audience('team-or-organizer'),
  method: 'get',
  path: '/api/teams/{team}/architecture',
  summary: 'A team’s resources with their settings, what runs, and who plays the team',
  request: { params: teamPath },
  responses: answers(architectureSchema, 'As it stands now; only where there are no AWS accounts'),
});

const seat = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/seat',
  summary: 'Take the team over from its bot, or give it back',
  request: { params: teamPath, ...jsonBody(z.strictObject({ taken: z.boolean() })) },
  responses: answers(writtenSchema, 'Whoever played the team before does nothing more, or goes on'),
});

const change = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/changes',
  summary: 'Change settings of resources, all of them together or none',
  request: {
    params: teamPath,
    ...jsonBody(z.strictObject({ changes: z.array(settingChangeSchema).min(1).max(50) })),
  },
  responses: answers(writtenSchema, 'They are deployed'),
});

const create = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/resources',
  summary: 'Make a resource of one that there is',
  request: { params: teamPath, ...jsonBody(z.strictObject({ creation: z.enum(creations), of: logicalId })) },
  responses: answers(writtenSchema, 'It is deployed'),
});

const remove = createRoute({
  ...audience('team'),
  method: 'delete',
  path: '/api/teams/{team}/resources/{resource}',
  summary: 'Delete a resource that no other refers to',
  request: { params: teamPath.extend({ resource: logicalId }) },
  responses: answers(writtenSchema, 'It is on its way out'),
});

const operate = createRoute({
  ...forTeam,
  path: '/api/teams/{team}/operations',
  summary: 'Reboot, stop, start or terminate a server, or launch a resource’s servers anew',
  request: { params: teamPath, ...jsonBody(z.strictObject({ operation: z.enum(operations), on: logicalId })) },
  responses: answers(writtenSchema, 'It is under way'),
});

export function addConsole(add: AddRoute, ports: ApiPorts, read: () => Promise<Reading>): void {
  const grant = async (c: Context<ApiEnv>, wish: Wish): Promise<Written> => {
    const console = consoleOf(ports);
    const team = c.get('team');
    const reading = await read();
    // Whoever is to play sits down before it begins.
    if (wish.kind !== 'seat' || reading.day.phase !== 'waiting') requirePlay(reading, team.id);
    const decision = await console.decide(team, wish);
    if (!decision.ok) throw new ApiRefusal(409, decision.reason);
    return writeFact(ports, decision.fact);
  };

  add(sight, async (c) => c.json(await consoleOf(ports).sight(c.get('team')), 200));
  add(seat, async (c) => c.json(await grant(c, { kind: 'seat', ...c.req.valid('json') }), 200));
  add(change, async (c) => c.json(await grant(c, { kind: 'change', ...c.req.valid('json') }), 200));
  add(create, async (c) => c.json(await grant(c, { kind: 'create', ...c.req.valid('json') }), 200));
  add(remove, async (c) => c.json(await grant(c, { kind: 'delete', resource: c.req.valid('param').resource }), 200));
  add(operate, async (c) => c.json(await grant(c, { kind: 'operate', ...c.req.valid('json') }), 200));
}

function consoleOf({ console }: ApiPorts): ConsolePort {
  if (console === undefined) throw new ApiRefusal(409, 'This team’s account is on AWS: use the AWS console.');
  return console;
}
