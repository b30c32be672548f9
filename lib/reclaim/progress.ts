import type { Io } from '../core/io';
import type { ChosenAccount } from './choose';
import type { ReclaimResult } from './reclaim-all';
import { outcomeText } from './result-text';

/** Rows where they can stand; otherwise a line for what changes, an account's name before it. */
export function reclaimProgress(chosen: readonly ChosenAccount[], io: Io) {
  const titles = chosen.map(({ account, team }) => (team === undefined ? account : `${team} (${account})`));
  const rows = io.rows?.(titles);
  const said = new Map<ChosenAccount, string>();
  const indexOf = (each: ChosenAccount): number => chosen.indexOf(each);
  const tell = (each: ChosenAccount, text: string): void => io.notify(`${titles[indexOf(each)]}: ${text}`);
  return {
    say: (each: ChosenAccount, text: string): void => {
      if (rows !== undefined) rows.say(indexOf(each), text);
      else if (said.get(each) !== text) tell(each, text);
      said.set(each, text);
    },
    end: (result: ReclaimResult): void => {
      const done = result.outcome === 'available';
      if (rows !== undefined) rows.end(indexOf(result.chosen), done ? 'done' : 'failed', outcomeText(result));
      else tell(result.chosen, outcomeText(result));
    },
    settled: (): Promise<void> => rows?.settled ?? Promise.resolve(),
  };
}
