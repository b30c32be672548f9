import { GameDayError } from '../core/errors';
import type { AccountRecord } from './account-record';
import { sessionSeconds } from './role-names';

/** A team of an event, by their ids. */
type Hands = NonNullable<AccountRecord['openedTo']>;

/** Whose an account is: the team that it was opened to and not taken back from since; undefined while nobody has it. */
export function inHandsOf({ openedTo, history }: AccountRecord): Hands | undefined {
  const last = (state: string): number => history.findLastIndex((each) => each.state === state);
  return last('live') > last('available') ? openedTo : undefined;
}

/**
 * Throws `StateRefused` where an account that was another team's, or of another event, would be opened: before it was taken back, or while
 * sessions of the earlier team are still good, which would come to life again with it.
 * @param now milliseconds since the epoch
 */
export function requireFree(record: AccountRecord, to: Hands, now: number): void {
  const { account, openedTo: before, history } = record;
  if (before === undefined || (before.event === to.event && before.team === to.team)) return;
  const whose = `team ${before.team} of the event ${before.event}`;
  if (inHandsOf(record) !== undefined) {
    throw new GameDayError(
      'StateRefused',
      `account ${account} is not opened to ${to.team}: ${whose} has it`,
      `Take it back first: npx gameday reclaim --account ${account}`,
    );
  }
  const leftAt = history[history.findLastIndex(({ state }) => state === 'live') + 1]?.at ?? '';
  const safeAt = Date.parse(leftAt) + sessionSeconds * 1000;
  if (now >= safeAt) return;
  throw new GameDayError(
    'StateRefused',
    `account ${account} is not opened to ${to.team}: sessions of ${whose} are good until ${new Date(safeAt).toISOString()}`,
    'Repeat the command after that, or give the team another account: npx gameday accounts list --yaml',
  );
}
