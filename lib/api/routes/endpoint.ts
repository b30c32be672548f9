import { createRoute, z } from '@hono/zod-openapi';
import { decideEndpoint } from '../endpoint-url';
import type { ApiPorts } from '../ports';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, teamPath, writtenSchema, type AddRoute } from '../route';
import { writeFact } from '../write';

const register = createRoute({
  ...audience('team'),
  method: 'post',
  path: '/api/teams/{team}/endpoint',
  summary: 'Say where customers come in',
  request: { params: teamPath, ...jsonBody(z.strictObject({ url: z.string().min(1).max(500) })) },
  responses: answers(writtenSchema, 'Customers are sent there'),
});

const check = createRoute({
  ...audience('team'),
  method: 'post',
  path: '/api/teams/{team}/test',
  summary: 'Send one customer that no score counts',
  request: { params: teamPath, ...jsonBody(z.strictObject({})) },
  responses: answers(
    z.strictObject({
      steps: z.array(
        z.strictObject({
          name: z.string(),
          class: z.enum(['fast', 'acceptable', 'slow', 'faulty', 'failed']),
          latencyMs: z.number().nullable(),
        }),
      ),
    }),
    'What became of each step; the journey ends at the first that went wrong',
  ),
});

export function addEndpoint(add: AddRoute, ports: ApiPorts): void {
  add(
    register,
    async (c) => {
      const { endpoints } = ports;
      if (endpoints === undefined) throw new ApiRefusal(409, 'The addresses of teams are fixed here.');
      const team = c.get('team');
      const decision = await decideEndpoint(c.req.valid('json').url, team, endpoints);
      if (!decision.ok) throw new ApiRefusal(400, decision.reason);
      const { url } = decision;
      return c.json(await writeFact(ports, { by: `team:${team.id}`, type: 'endpoint', team: team.id, url }), 200);
    },
    'heavy',
  );

  add(
    check,
    async (c) => {
      const steps = await ports.testJourney?.(c.get('team'));
      if (steps === undefined) throw new ApiRefusal(409, 'There is no address to send a customer to now.');
      return c.json({ steps: steps.map((step) => ({ ...step, latencyMs: step.latencyMs ?? null })) }, 200);
    },
    'heavy',
  );
}
