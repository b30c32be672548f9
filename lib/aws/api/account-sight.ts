import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { AccountSight, ApiPorts } from '../../api/ports';
import { ApiRefusal } from '../../api/refusal';
import type { GameDayEvent, Instant } from '../../core/event/event';
import type { Resource } from '../../core/resource';
import type { LogEntry } from '../../core/records/records';
import type { ScorerNote } from '../../core/scorer/ports';
import { dayOf } from '../../core/time/day';
import { secondsAt } from '../../core/time/timeline';
import type { TeamAccounts } from '../team-account';
import { teamResources } from '../team-resources';
import { accountChanges, type DatedChange } from './account-changes';
import { Kept } from './kept';

/** Everybody of a team looks at the same; what CloudTrail shows is minutes old anyway. */
const KEPT_MS = 60_000;
/** Somebody waits for it before a page. */
const LOOK_MS = 8000;

interface SightProps {
  readonly event: GameDayEvent;
  readonly accounts: TeamAccounts;
  readonly log: () => Promise<readonly LogEntry[]>;
  readonly now: () => Instant;
  readonly note: (note: ScorerNote) => void;
}

interface Seen {
  readonly resources: readonly Resource[];
  readonly changes: readonly DatedChange[];
}

/** What runs in teams' accounts, as the scorer sees it, and what changed there lately. */
export function accountSights({ event, accounts, log, now, note }: SightProps): ApiPorts['account'] {
  const look = async (account: string): Promise<Seen> => {
    const [resources, changes] = await Promise.all([
      teamResources(accounts, account, now(), AbortSignal.timeout(LOOK_MS)),
      // What runs is worth showing alone: an account whose stack is older does not let us ask CloudTrail.
      accountChanges(accounts.client(account, CloudTrailClient), now()).catch((error: unknown) => {
        note({ level: 'warn', message: 'CloudTrail did not answer', reason: `${account}: ${String(error)}` });
        return [];
      }),
    ]);
    return { resources, changes };
  };
  const seen = new Kept(KEPT_MS, look, now);
  return async ({ id, account }): Promise<AccountSight> => {
    const known = await seen.of(account).catch((error: unknown) => {
      note({ level: 'warn', message: 'the account could not be looked at', team: id, reason: String(error) });
      throw new ApiRefusal(502, 'What runs in the account cannot be seen now.');
    });
    const { timeline } = dayOf(event, await log(), now());
    const changes = known.changes.map(({ at, who, what }) => ({ atSeconds: secondsAt(timeline, at), who, what }));
    return { resources: known.resources, changes };
  };
}
