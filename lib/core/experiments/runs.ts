import type { Instant } from '../event/event';
import type { DatedEntry } from '../records/effective-log';

/** What has become of an experiment at a team, as the log tells it. */
export type RunState =
  | RunBase<'ordered'>
  | (RunBase<'running'> & { readonly startedAt: Instant })
  /** Taken back. */
  | (RunBase<'ended'> & { readonly startedAt: Instant; readonly endedAt: Instant; readonly outcome: string })
  /** Could not be applied: nothing happened to the team, which is nobody's merit. */
  | (RunBase<'refused'> & { readonly refusedAt: Instant; readonly reason: string });

interface RunBase<S extends string> {
  readonly state: S;
  readonly run: string;
  readonly experiment: string;
  readonly team: string;
}

/** The runs that the log knows of, in the order of their first mention. An end without a start is left out: nobody can tell whose it was. */
export function runsOf(entries: readonly DatedEntry[]): ReadonlyMap<string, RunState> {
  const runs = new Map<string, RunState>();
  // Within one instant the log is in the order of ids, where an end may stand before its start.
  const inOrder = entries.toSorted((a, b) => a.at - b.at || isEnd(a) - isEnd(b));
  for (const { at, entry } of inOrder) {
    if (entry.type === 'experiment-ended') {
      const known = runs.get(entry.run);
      if (known?.state !== 'running') continue;
      runs.set(entry.run, { ...known, state: 'ended', endedAt: at, outcome: entry.outcome });
    } else if (
      entry.type === 'experiment-ordered' ||
      entry.type === 'experiment-started' ||
      entry.type === 'experiment-refused'
    ) {
      const { run, experiment, team } = entry;
      const known = runs.get(run)?.state ?? 'ordered';
      if (known !== 'ordered') continue;
      const about = { run, experiment, team };
      if (entry.type === 'experiment-ordered') runs.set(run, { state: 'ordered', ...about });
      else if (entry.type === 'experiment-started') runs.set(run, { state: 'running', ...about, startedAt: at });
      else runs.set(run, { state: 'refused', ...about, refusedAt: at, reason: entry.reason });
    }
  }
  return runs;
}

const isEnd = ({ entry }: DatedEntry): number => (entry.type === 'experiment-ended' ? 1 : 0);
