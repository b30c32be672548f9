import type { Instant } from '../event/event';
import type { DatedEntry } from '../records/effective-log';
import { secondsAt, type Timeline } from '../time/timeline';
import type { UndatedEntry } from '../records/records';
import { bySafety, type Environment } from './informed';
import type { KickOff } from './kick-offs';

/** Who votes for what now, as reactions in the chat show it; one person may show several. */
export interface ShownVote {
  readonly voter: string;
  readonly environment: string;
}

/** A voter's last vote that came in time. */
interface Vote extends ShownVote {
  /** Of the log. */
  readonly entry: string;
}

/**
 * The votes of a kick-off, one for each voter: the last one that came while votes were taken. A team has one vote, whatever name it
 * votes under.
 */
export function votesOf(
  { experiment, toldAtSeconds, votesUntilSeconds }: KickOff,
  entries: readonly DatedEntry[],
  timeline: Timeline,
): readonly Vote[] {
  if (toldAtSeconds === undefined || votesUntilSeconds === undefined) return [];
  const last = new Map<string, Vote>();
  for (const { at, entry } of entries) {
    if (entry.type !== 'vote' || entry.experiment !== experiment) continue;
    const seconds = secondsAt(timeline, at);
    if (seconds < toldAtSeconds || seconds > votesUntilSeconds) continue;
    const voter = entry.by.startsWith('team:') ? entry.by : entry.voter;
    last.set(voter, { voter, environment: entry.environment, entry: entry.id });
  }
  return [...last.values()];
}

/**
 * What to write down so that the log says what the chat shows: new votes, changed ones, and the end of those that were taken back. Who
 * shows several votes for the safest of them.
 * @param ballot environments that can be voted for
 */
export function voteChanges(
  kickOff: KickOff,
  shown: readonly ShownVote[],
  ballot: readonly Environment[],
  { entries, timeline, now: at }: { entries: readonly DatedEntry[]; timeline: Timeline; now: Instant },
): readonly UndatedEntry[] {
  const safest = bySafety(ballot).map(({ id }) => id);
  const now = new Map<string, string>();
  for (const { voter, environment } of shown) {
    const place = safest.indexOf(environment);
    const known = now.get(voter);
    if (place >= 0 && (known === undefined || place < safest.indexOf(known))) now.set(voter, environment);
  }
  const before = votesOf(kickOff, entries, timeline).filter(({ voter }) => voter.startsWith(CHAT_VOTER));
  return [
    ...before
      .filter(({ voter }) => !now.has(voter))
      .map(({ entry }): UndatedEntry => ({
        id: `${entry}-withdrawn`,
        by: 'organizer',
        type: 'retracted',
        entry,
        reason: 'the reaction was taken back',
      })),
    ...[...now]
      .filter(
        ([voter, environment]) => !before.some((vote) => vote.voter === voter && vote.environment === environment),
      )
      .map(([voter, environment]): UndatedEntry => ({
        // A vote that was taken back and given again is another one.
        id: `kick-off-${kickOff.number}-vote-${voter}-${at}`,
        by: 'organizer',
        type: 'vote',
        experiment: kickOff.experiment,
        environment,
        voter,
      })),
  ];
}

/** What a voter's name begins with who votes in the chat. */
export const CHAT_VOTER = 'chat:';

/** Where a kick-off is to run, and why. */
export interface Choice {
  readonly environment: string;
  readonly reason: string;
}

/**
 * Counts votes. Most votes win, a tie goes to the safer environment; without votes it is the one that the event file names, or the
 * safest. Votes for what is not on the ballot count for nothing. `undefined` when nothing is on the ballot.
 */
export function countVotes(
  votes: readonly ShownVote[],
  ballot: readonly Environment[],
  otherwise: string | undefined,
): Choice | undefined {
  const [safest, ...others] = bySafety(ballot).map((environment) => ({
    ...environment,
    votes: votes.filter((vote) => vote.environment === environment.id).length,
  }));
  if (safest === undefined) return undefined;
  const best = others.reduce((leader, each) => (each.votes > leader.votes ? each : leader), safest);
  if (best.votes > 0) {
    const counted = [safest, ...others].reduce((sum, each) => sum + each.votes, 0);
    const tied = [safest, ...others].filter((each) => each.votes === best.votes).length > 1;
    return {
      environment: best.id,
      reason: `${best.votes} of ${counted} votes${tied ? ', a tie, which goes to the safer one' : ''}`,
    };
  }
  const wanted = ballot.find(({ id }) => id === otherwise);
  if (wanted !== undefined) return { environment: wanted.id, reason: 'nobody voted, and the event file says so' };
  return { environment: safest.id, reason: 'nobody voted, and it is the safest one that may be used' };
}
