import type { GameDayEvent, Instant } from '../event/event';
import { offeredSteps } from '../score/service';
import type { EndedRound } from './due-rounds';
import { windowStarts } from './measure';
import type { ScorerPorts, Span, TeamWindow } from './ports';

const MINUTE = 60_000;

/** CloudWatch tells ten-second windows apart for three hours; ten minutes less, so that none goes while it is read. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html */
const KEPT_MS = 170 * MINUTE;
/** Once a round ended this long ago, the archive holds what CloudWatch lacks. */
const ARCHIVED_MS = 5 * MINUTE;

/** Windows by team and start, the rounds that could be read, and what was in the way of the others. */
export interface ReadWindows {
  readonly byTeam: ReadonlyMap<string, ReadonlyMap<Instant, TeamWindow>>;
  readonly rounds: readonly EndedRound[];
  readonly failures: readonly unknown[];
}

/**
 * Reads the windows of rounds: from CloudWatch as far as it keeps them, and from the archive what is older or what CloudWatch
 * does not have. A round of which neither could be read is left for the next tick: to know nothing is not to have
 * measured nothing.
 */
export async function readWindows(
  { windows, archive }: Pick<ScorerPorts, 'windows' | 'archive'>,
  event: GameDayEvent,
  due: readonly EndedRound[],
  now: Instant,
): Promise<ReadWindows> {
  const byTeam = new Map(event.teams.map(({ id }) => [id, new Map<Instant, TeamWindow>()]));
  const failures: unknown[] = [];
  const take = (found: readonly TeamWindow[]): void => {
    for (const window of found) {
      const row = byTeam.get(window.team);
      const known = row?.get(window.startsAt);
      if (known === undefined || offeredSteps(window) >= offeredSteps(known)) row?.set(window.startsAt, window);
    }
  };
  const tryRead = async (span: Span, source: typeof windows): Promise<boolean> => {
    try {
      take(await source.between(span));
      return true;
    } catch (error) {
      failures.push(error);
      return false;
    }
  };

  const recent = due.filter(({ span }) => span.from >= now - KEPT_MS);
  const [first] = recent;
  const last = recent.at(-1);
  const seen = new Set<EndedRound>();
  if (first !== undefined && last !== undefined) {
    const isRead = await tryRead({ from: first.span.from, to: last.span.to }, windows);
    if (isRead) recent.forEach((ended) => seen.add(ended));
  }
  const gaps = due.filter((ended) => now - ended.span.to >= ARCHIVED_MS && !isWhole(byTeam, ended));
  for (const stretch of stretches(gaps)) {
    const isRead = await tryRead({ from: stretch[0]!.span.from, to: stretch.at(-1)!.span.to }, archive);
    if (isRead) stretch.forEach((ended) => seen.add(ended));
  }
  return { byTeam, rounds: due.filter((ended) => seen.has(ended)), failures };
}

function isWhole(byTeam: ReadWindows['byTeam'], ended: EndedRound): boolean {
  const starts = windowStarts(ended);
  return [...ended.teams].every((team) => starts.every((start) => byTeam.get(team)?.has(start) === true));
}

/** Rounds that follow each other on the calendar are read at once. */
function stretches(rounds: readonly EndedRound[]): EndedRound[][] {
  const found: EndedRound[][] = [];
  for (const ended of rounds) {
    const current = found.at(-1);
    if (current !== undefined && current.at(-1)?.span.to === ended.span.from) current.push(ended);
    else found.push([ended]);
  }
  return found;
}
