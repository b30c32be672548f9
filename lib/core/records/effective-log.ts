import { canonicalJson } from '../canonical';
import type { GameDayEvent, Instant } from '../event/event';
import type { LogEntry } from './records';

/** A log entry that holds, with its instant. */
export interface DatedEntry {
  readonly at: Instant;
  readonly entry: LogEntry;
}

/** A record that a fold left out or could not price, and why. `about` names the entry or the team. */
export interface Problem {
  readonly about: string;
  readonly message: string;
}

/** What a team may write, each for itself only: the rest of the day is the organizers' to decide. */
const teamsMayWrite: ReadonlySet<LogEntry['type']> = new Set([
  'asked',
  'incident-declared',
  'incident-updated',
  'incident-resolved',
  'hint',
  'endpoint',
  'vote',
  'seat',
  'settings-changed',
  'resource-created',
  'resource-deleted',
  'operated',
]);

/**
 * The facts that hold at `now`, oldest first, whatever order they arrived in.
 *
 * Entries after `now` do not exist. Entries with one id are one entry: the earliest holds, so that a fold of an earlier instant
 * never depends on a later copy. A retraction removes an entry of its own instant or an earlier one, and can itself be retracted; that of a
 * person by this person alone, so that an approval which its owner took back stays taken back.
 * What a team had no right to say, and what names an unknown team, is reported and left out; it takes nobody's id.
 */
export function effectiveLog(
  event: GameDayEvent,
  log: readonly LogEntry[],
  now: Instant,
): { readonly entries: readonly DatedEntry[]; readonly problems: readonly Problem[] } {
  const problems = new Map<string, Problem>();
  const report = ({ id: about }: LogEntry, message: string): void =>
    void problems.set(`${about}\n${message}`, { about, message });
  const teams = new Set(event.teams.map((team) => team.id));

  const permitted = inOrder(log, now).filter(({ entry }) => {
    const refusal = refusalOf(entry, teams);
    if (refusal !== undefined) report(entry, refusal);
    return refusal === undefined;
  });
  const entries = withoutRetracted(oneEach(permitted, report), report);
  return { entries, problems: [...problems.values()] };
}

/** Within one instant retractions come last: writers that know only whole seconds retract what they have just written. */
function inOrder(log: readonly LogEntry[], now: Instant): DatedEntry[] {
  return log
    .map((entry) => ({ at: Date.parse(entry.at), entry }))
    .filter(({ at }) => at <= now)
    .sort(
      (a, b) =>
        a.at - b.at ||
        retracts(a) - retracts(b) ||
        compareText(a.entry.id, b.entry.id) ||
        compareContent(a.entry, b.entry),
    );
}

function oneEach(sorted: readonly DatedEntry[], report: (entry: LogEntry, message: string) => void): DatedEntry[] {
  const firsts = new Map<string, LogEntry>();
  const contested = new Set<string>();
  return sorted.filter(({ entry }) => {
    const first = firsts.get(entry.id);
    if (first === undefined) {
      firsts.set(entry.id, entry);
      return true;
    }
    if (compareContent(first, entry) !== 0 && !contested.has(entry.id)) {
      contested.add(entry.id);
      report(entry, 'was written twice with different content; the earlier one holds');
    }
    return false;
  });
}

function refusalOf(entry: LogEntry, teams: ReadonlySet<string>): string | undefined {
  const subject = 'team' in entry ? entry.team : undefined;
  if (subject !== undefined && !teams.has(subject)) return `names the unknown team "${subject}"`;
  if (!entry.by.startsWith('team:')) return undefined;
  const author = entry.by.slice('team:'.length);
  if (!teams.has(author)) return `was written by the unknown team "${author}"`;
  if (!teamsMayWrite.has(entry.type)) return `a team may not write "${entry.type}"`;
  if (subject !== undefined && subject !== author) return `team "${author}" may not write for team "${subject}"`;
  return undefined;
}

/** Walked from the last to the first, so that a retraction is known to hold before what it retracts is met. */
function withoutRetracted(
  sorted: readonly DatedEntry[],
  report: (entry: LogEntry, message: string) => void,
): DatedEntry[] {
  const retractions = new Map<string, LogEntry>();
  const kept: DatedEntry[] = [];
  for (const dated of sorted.toReversed()) {
    const { entry } = dated;
    const retraction = retractions.get(entry.id);
    if (retraction !== undefined) {
      retractions.delete(entry.id);
      if (mayRetract(retraction, entry)) continue;
      report(retraction, 'retracts what only its author may retract');
    }
    if (entry.type === 'retracted') retractions.set(entry.entry, entry);
    else kept.push(dated);
  }
  for (const entry of retractions.values()) report(entry, 'retracts an entry that is not in the log before it');
  return kept.reverse();
}

/** What a person took back nobody else gives again. */
const mayRetract = (retraction: LogEntry, { type, by }: LogEntry): boolean =>
  !(type === 'retracted' && by.startsWith('person:')) || retraction.by === by;

const retracts = ({ entry }: DatedEntry): number => (entry.type === 'retracted' ? 1 : 0);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareContent = (a: LogEntry, b: LogEntry): number =>
  a === b ? 0 : compareText(canonicalJson(a), canonicalJson(b));
