import type { Team } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import type { AccessPorts } from './ports';
import { unsealedSession } from './session';

/** The team of a session that is still good: the account follows from it alone, never from anything else that a caller says. */
export async function sessionTeam(
  { event, codes, pepper, now }: Pick<AccessPorts, 'event' | 'codes' | 'pepper' | 'now'>,
  session: string,
): Promise<Team | undefined> {
  const known = unsealedSession(session, await pepper());
  if (known === undefined || known.event !== eventId(event) || now() >= known.expiresAt) return undefined;
  const record = (await codes.all()).find(({ team }) => team === known.team);
  return record?.generation === known.generation ? event.teams.find(({ id }) => id === known.team) : undefined;
}
