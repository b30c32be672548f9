import type { RecordState } from '../accounts/account-state';
import type { GameDayEvent, Instant } from '../core/event/event';
import type { LogEntry } from '../core/records/records';
import { dayOf } from '../core/time/day';
import type { Refusal } from './refusal';

/**
 * Why a team's account is not open now; undefined when it is: while the event plays, pauses included, and the account is live. An account outside
 * any pool is open whenever the event plays.
 * @param state of the account in its pool; undefined outside any
 */
export function whyShut(
  event: GameDayEvent,
  log: readonly LogEntry[],
  state: RecordState | undefined,
  now: Instant,
): Refusal | undefined {
  const { phase } = dayOf(event, log, now);
  if (phase === 'waiting') return 'not-started';
  if (phase === 'ended' || phase === 'closed') return 'event-over';
  return state === undefined || state === 'live' ? undefined : 'account-shut';
}
