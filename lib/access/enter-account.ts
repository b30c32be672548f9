import type { Team } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import { whyShut } from './live';
import type { AccessPorts, ParticipantCredentials, SessionNames } from './ports';
import { refused, type Refused } from './refusal';
import { unsealedSession } from './session';

interface Given<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** An address that logs the bearer of the session into its team's account; good for 15 minutes, and what it opens for an hour. Secret. */
export async function consoleLink(ports: AccessPorts, session: string): Promise<Given<string> | Refused> {
  const entered = await cliCredentials(ports, session);
  return entered.ok ? { ok: true, value: await ports.ways.consoleLink(entered.value) } : entered;
}

/** An hour's credentials in the account of the session's team, for command lines. Secret. */
export async function cliCredentials(
  ports: AccessPorts,
  session: string,
): Promise<Given<ParticipantCredentials> | Refused> {
  const team = await teamOf(ports, session);
  return team === undefined ? refused('session-over') : enterAs(ports, team);
}

/**
 * Enters a team's account as a participant, for whoever has shown that they may. Refused unless the event plays and the account is live, asked
 * at every use. Throws what `Ways` throw.
 */
export async function enterAs(
  ports: Pick<AccessPorts, 'event' | 'log' | 'accountState' | 'ways' | 'now'>,
  team: Team,
): Promise<Given<ParticipantCredentials> | Refused> {
  const [log, state] = await Promise.all([ports.log(), ports.accountState(team.account)]);
  const shut = whyShut(ports.event, log, state, ports.now());
  if (shut !== undefined) return refused(shut);
  return { ok: true, value: await ports.ways.credentials(team.account, namesOf(eventId(ports.event), team.id)) };
}

/** The team of a session that is still good: the account follows from it alone, never from anything else that a caller says. */
async function teamOf({ event, codes, pepper, now }: AccessPorts, session: string): Promise<Team | undefined> {
  const known = unsealedSession(session, await pepper());
  if (known === undefined || known.event !== eventId(event) || now() >= known.expiresAt) return undefined;
  const record = (await codes.all()).find(({ team }) => team === known.team);
  return record?.generation === known.generation ? event.teams.find(({ id }) => id === known.team) : undefined;
}

/** At most 64 characters, letters, digits and `+=,.@-`: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const namesOf = (event: string, team: string): SessionNames => ({
  sessionName: `${team}@${event}`.slice(0, 64),
  sourceIdentity: `gameday,${team}@${event}`.slice(0, 64),
});
