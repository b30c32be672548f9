import type { Context, MiddlewareHandler } from 'hono';
import { sessionTeam } from '../../access/session-team';
import type { Team } from '../../core/event/event';
import { eventId } from '../../core/event/event-id';
import type { ApiPorts } from '../ports';
import { ApiRefusal } from '../refusal';
import { sessionCookie } from './cookies';
import { isOrganizerSession } from './organizer-session';

/**
 * Whom a route is for: everybody, the team that its path names, that team and the organizers, or the organizers. Declared with each route, and
 * decided here alone.
 */
export type Audience = 'public' | 'team' | 'team-or-organizer' | 'organizer';

/** What handlers know of who asks. */
export interface ApiEnv {
  Variables: {
    /** The team that the path names, once its caller may ask for it. */
    team: Team;
    /** Stands for the caller where requests are counted; undefined for the public. */
    caller: string | undefined;
  };
}

/** Lets a request through to its route when its sender belongs to the route's audience. */
export const admit =
  (ports: ApiPorts, audience: Audience): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (audience === 'public') {
      c.set('caller', undefined);
      return next();
    }
    const asked = c.req.param('team');
    const own = audience === 'organizer' ? undefined : await teamIn(ports, c);
    if (own !== undefined && own.id === asked) {
      c.set('team', own);
      c.set('caller', `team:${own.id}`);
      return next();
    }
    const organizes = await organizesIn(ports, c);
    if (audience === 'team' || !organizes) throw await refusal(ports, c, own, organizes);
    if (audience === 'team-or-organizer') {
      const team = ports.event.teams.find(({ id }) => id === asked);
      if (team === undefined) throw new ApiRefusal(404, 'The event has no such team.');
      c.set('team', team);
    }
    c.set('caller', 'organizer');
    return next();
  };

/** Whoever is somebody is told that this is not theirs; nobody learns whether a team exists. */
async function refusal(ports: ApiPorts, c: Context, own: Team | undefined, organizes: boolean): Promise<ApiRefusal> {
  const known = organizes || own !== undefined || (await teamIn(ports, c)) !== undefined;
  return new ApiRefusal(known ? 403 : 401);
}

/** The team whose session came along, if it is still good. */
export async function teamIn(ports: ApiPorts, c: Context): Promise<Team | undefined> {
  const session = sessionCookie(c, 'team', ports.secure);
  if (session === undefined) return undefined;
  return sessionTeam({ event: ports.event, ...ports.access, now: () => ports.clock.realNow() }, session);
}

/** Whether a good session of an organizer came along. */
export async function organizesIn(ports: ApiPorts, c: Context): Promise<boolean> {
  const session = sessionCookie(c, 'organizer', ports.secure);
  if (session === undefined) return false;
  return isOrganizerSession(await organizerKeys(ports), session, ports.clock.realNow());
}

export async function organizerKeys(ports: ApiPorts) {
  const [secret, pepper] = await Promise.all([ports.organizerSecret(), ports.access.pepper()]);
  return { event: eventId(ports.event), secret, pepper };
}
