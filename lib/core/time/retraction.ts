import type { GameDayEvent, Instant } from '../event/event';
import { effectiveLog } from '../records/effective-log';
import { happened } from '../records/happened';
import type { LogEntry } from '../records/records';
import { dayOf, type Day } from './day';
import { endsSecondsOf } from './timeline';

/** The retraction to write, or why it would break the day. */
type RetractionDecision = { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly reason: string };

/**
 * Decides whether an entry may be taken back. What happened stands, orders of experiments are stopped instead, and event time may not be told anew: rounds
 * were measured by it. A start that has yet to come may be called off.
 * @param log everything that was written, entries of the future too
 * @returns the instant that the retraction is to have: an entry of the future is taken back at its own
 */
export function decideRetraction(
  event: GameDayEvent,
  log: readonly LogEntry[],
  id: string,
  now: Instant,
): RetractionDecision {
  const entry = log.find((each) => each.id === id);
  if (entry === undefined) return no('the log has no such entry');
  const at = Math.max(now, Date.parse(entry.at));
  if (happened.has(entry.type)) return no('it tells what happened at a team');
  if (entry.type === 'experiment-ordered') return no('the run that it ordered is to be stopped instead');
  if (entry.type === 'stop-ordered') return no('what it ended does not go on again');
  const retraction: LogEntry = {
    id: `${id} retracted`,
    at: new Date(at).toISOString(),
    by: 'organizer',
    type: 'retracted',
    entry: id,
    reason: '',
  };
  const after = [...log, retraction];
  if (idsOf(event, log) === idsOf(event, after)) return no('it was taken back already, or never held');
  if (!isSameTime(event, dayOf(event, log, now), dayOf(event, after, now))) {
    return no('rounds were measured by the clock that it set; void rounds instead');
  }
  return { ok: true, at };
}

const no = (reason: string): RetractionDecision => ({ ok: false, reason });

/** What holds in the end. */
const idsOf = (event: GameDayEvent, log: readonly LogEntry[]): string =>
  JSON.stringify(effectiveLog(event, log, Infinity).entries.map(({ entry }) => entry.id));

/** Whether event time has been the same up to now; the end to come may be another one. */
const isSameTime = ({ teams }: GameDayEvent, a: Day, b: Day): boolean =>
  a.phase === b.phase &&
  a.eventSeconds === b.eventSeconds &&
  a.timeline.closedAt === b.timeline.closedAt &&
  teams.every(({ id }) => playedSeconds(a, id) === playedSeconds(b, id)) &&
  JSON.stringify([a.timeline.runs, a.timeline.pausesMs]) === JSON.stringify([b.timeline.runs, b.timeline.pausesMs]);

/** Event time that a team has played: rounds of extra time are its own. */
const playedSeconds = ({ timeline, eventSeconds }: Day, team: string): number =>
  Math.min(eventSeconds, endsSecondsOf(timeline, team));
