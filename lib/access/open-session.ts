import { eventId } from '../core/event/event-id';
import { addressKey } from './address-key';
import { takePlace } from './attempt-limit';
import { sameHash } from './keyed-hash';
import { codeHash } from './new-codes';
import type { AccessPorts } from './ports';
import { refused, type Refused } from './refusal';
import { sealedSession, sessionMs } from './session';

export interface OpenedSession {
  readonly ok: true;
  readonly team: string;
  /** Secret of its bearer: a cookie that no script reads. */
  readonly session: string;
  readonly expiresAt: number;
}

/**
 * Lets somebody in who knows a team's code. A session alone opens nothing: whether the event plays is asked whenever it is used, so that teams
 * can log in early.
 * @param address of the one who asks, as the server saw it
 */
export async function openSession(
  { event, codes, attempts, pepper, now }: AccessPorts,
  code: string,
  address: string,
): Promise<OpenedSession | Refused> {
  const key = await pepper();
  const place = await takePlace(attempts, addressKey(key, address), now());
  if (place === undefined) return refused('too-many-attempts');
  const hash = codeHash(key, code);
  // All are compared, so that how long it takes says nothing.
  const found = (await codes.all()).filter((record) => sameHash(record.hash, hash));
  const record = found.find(({ team }) => event.teams.some(({ id }) => id === team));
  if (record === undefined) return refused('wrong-code');
  await place.giveBack();
  const expiresAt = now() + sessionMs;
  const { team, generation } = record;
  return {
    ok: true,
    team,
    session: sealedSession({ event: eventId(event), team, generation, expiresAt }, key),
    expiresAt,
  };
}
