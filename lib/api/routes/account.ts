import { createRoute, z } from '@hono/zod-openapi';
import { credentialJson, credentialLines } from '../../access/credential-text';
import { enterAs } from '../../access/enter-account';
import type { ParticipantCredentials } from '../../access/ports';
import { refusalWords } from '../../access/refusal';
import type { Team } from '../../core/event/event';
import { GameDayError } from '../../core/errors';
import type { ApiPorts } from '../ports';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, teamPath, type AddRoute } from '../route';

const sight = createRoute({
  ...audience('team-or-organizer'),
  method: 'get',
  path: '/api/teams/{team}/account',
  summary: 'What runs in a team’s account, and what changed there lately',
  request: { params: teamPath },
  responses: answers(
    z.strictObject({
      resources: z.array(z.looseObject({ kind: z.string(), id: z.string() })),
      changes: z.array(z.strictObject({ atSeconds: z.number(), who: z.string(), what: z.string() })),
    }),
    'Changes newest first',
  ),
});

const console = createRoute({
  ...audience('team'),
  method: 'post',
  path: '/api/teams/{team}/console',
  summary: 'An address that logs into the team’s account',
  request: { params: teamPath, ...jsonBody(z.strictObject({})) },
  responses: answers(z.strictObject({ url: z.string() }), 'Good for 15 minutes. Secret'),
});

const credentials = createRoute({
  ...audience('team'),
  method: 'post',
  path: '/api/teams/{team}/credentials',
  summary: 'Credentials of the team’s account for command lines',
  request: { params: teamPath, ...jsonBody(z.strictObject({ region: z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/) })) },
  responses: answers(z.strictObject({ shell: z.string(), json: z.string() }), 'Good for an hour. Secret'),
});

export function addAccount(add: AddRoute, ports: ApiPorts): void {
  add(sight, async (c) => {
    const { resources, changes } = await ports.account(c.get('team'));
    return c.json(
      { resources: resources.map((each) => ({ ...each })), changes: changes.map((each) => ({ ...each })) },
      200,
    );
  });

  add(
    console,
    async (c) => {
      const { ways } = waysOf(ports);
      const entered = await enter(ports, c.get('team'));
      return c.json({ url: await answered(ways.consoleLink(entered)) }, 200);
    },
    'heavy',
  );

  add(
    credentials,
    async (c) => {
      const entered = await enter(ports, c.get('team'));
      const { region } = c.req.valid('json');
      return c.json({ shell: credentialLines(entered, region), json: credentialJson(entered) }, 200);
    },
    'heavy',
  );
}

function waysOf({ ways }: ApiPorts): NonNullable<ApiPorts['ways']> {
  if (ways === undefined) throw new ApiRefusal(409, 'There are no AWS accounts here.');
  return ways;
}

async function enter(ports: ApiPorts, team: Team): Promise<ParticipantCredentials> {
  const { event, records, clock } = ports;
  const { accountState, ways } = waysOf(ports);
  const desk = { event, accountState, ways, log: () => records.log(), now: () => clock.now() };
  const entered = await answered(enterAs(desk, team));
  if (!entered.ok) throw new ApiRefusal(409, refusalWords[entered.refusal]);
  return entered.value;
}

/** What AWS said of a failure is the organizers' to know. */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GameDayError) throw new ApiRefusal(502, 'Try again in a moment, or ask an organizer.');
    throw error;
  }
}
