import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addressKey } from '../../access/address-key';
import { takePlace } from '../../access/attempt-limit';
import { openSession } from '../../access/open-session';
import { refusalWords } from '../../access/refusal';
import { organizerKeys, organizesIn, teamIn } from '../admission/admit';
import { keepSession } from '../admission/cookies';
import { knowsSecret, organizerSession } from '../admission/organizer-session';
import type { ApiPorts } from '../ports';
import { ApiRefusal } from '../refusal';
import { answers, audience, jsonBody, type AddRoute } from '../route';

const meSchema = z.strictObject({ team: z.string().nullable(), organizer: z.boolean() }).openapi('Session');

const open = createRoute({
  ...audience('public'),
  method: 'post',
  path: '/api/session',
  summary: 'Log in with a team’s code or the organizers’ secret',
  request: jsonBody(
    z.union([z.strictObject({ code: z.string().max(200) }), z.strictObject({ secret: z.string().max(200) })]),
  ),
  responses: answers(meSchema, 'Who the session is of; it travels in a cookie that no script reads'),
});

const me = createRoute({
  ...audience('public'),
  method: 'get',
  path: '/api/session',
  summary: 'Whose session came along',
  responses: answers(meSchema, 'Nobody’s, a team’s, an organizer’s, or both'),
});

const close = createRoute({
  ...audience('public'),
  method: 'delete',
  path: '/api/session',
  summary: 'Log out',
  responses: answers(meSchema, 'Nobody’s session is left in this browser'),
});

export function addSession(add: AddRoute, ports: ApiPorts): void {
  add(open, async (c) => {
    const shown = c.req.valid('json');
    if ('code' in shown) return c.json({ team: await logInTeam(ports, c, shown.code), organizer: false }, 200);
    await logInOrganizer(ports, c, shown.secret);
    return c.json({ team: null, organizer: true }, 200);
  });

  add(me, async (c) => {
    const [team, organizer] = await Promise.all([teamIn(ports, c), organizesIn(ports, c)]);
    return c.json({ team: team?.id ?? null, organizer }, 200);
  });

  add(close, (c) => {
    keepSession(c, 'team', ports.secure, undefined);
    keepSession(c, 'organizer', ports.secure, undefined);
    return c.json({ team: null, organizer: false }, 200);
  });
}

async function logInTeam(ports: ApiPorts, c: Context, code: string): Promise<string> {
  const now = ports.clock.realNow();
  const opened = await openSession(
    { event: ports.event, ...ports.access, now: () => now },
    code,
    ports.addressOf(c.env),
  );
  if (!opened.ok) {
    throw new ApiRefusal(opened.refusal === 'too-many-attempts' ? 429 : 401, refusalWords[opened.refusal]);
  }
  keepSession(c, 'team', ports.secure, { text: opened.session, seconds: Math.floor((opened.expiresAt - now) / 1000) });
  return opened.team;
}

async function logInOrganizer(ports: ApiPorts, c: Context, secret: string): Promise<void> {
  const now = ports.clock.realNow();
  const keys = await organizerKeys(ports);
  const place = await takePlace(ports.access.attempts, addressKey(keys.pepper, ports.addressOf(c.env)), now);
  if (place === undefined) throw new ApiRefusal(429, refusalWords['too-many-attempts']);
  if (!knowsSecret(keys, secret)) throw new ApiRefusal(401, 'This is not the organizers’ secret.');
  await place.giveBack();
  const { session, expiresAt } = organizerSession(keys, now);
  keepSession(c, 'organizer', ports.secure, { text: session, seconds: Math.floor((expiresAt - now) / 1000) });
}
