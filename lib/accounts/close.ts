import { GameDayError } from '../core/errors';
import { inState, type AccountRecord } from './account-record';
import type { AccountPorts } from './ports';
import { requireOurs } from './transition';
import type { AccountWork } from './work';

/**
 * Closes an account: its record says so before AWS is asked, so that a run that was cut off is finished by the next.
 * Throws `AccountNotOurs`; `StateRefused` unless it was proved clean (available), or quarantined with `force`.
 */
export const closingWork = (ports: AccountPorts, record: AccountRecord, force: boolean): AccountWork => ({
  title: `${record.slot} (${record.account ?? record.email})`,
  run: async (say) => {
    const { account, state } = await requireOurs(ports, record.pool, record.account);
    if (state !== 'available' && !(force && state === 'quarantine')) throw unclean(account, state);
    const closing =
      record.state === 'closing'
        ? record
        : await ports.records.save(inState(record, 'closing', 'asked to close it', ports.now()));
    say('asks AWS to close it');
    const refusal = await ports.organization.close(account);
    if (refusal !== undefined) throw refusedToClose(account, refusal);
    const { lastError: _lastError, step: _step, ...closed } = inState(closing, 'closed', 'AWS closes it', ports.now());
    return ports.records.save(closed);
  },
});

const unclean = (account: string, state: string): GameDayError =>
  new GameDayError(
    'StateRefused',
    `account ${account} is ${state}: only one that was proved clean is closed, because what runs in it would be paid for until AWS ends it`,
    `Take it back first: npx gameday reclaim --account ${account}${state === 'quarantine' ? ', or close it as it is: --force' : ''}`,
  );

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const advice: Readonly<Record<string, string>> = {
  CLOSE_ACCOUNT_QUOTA_EXCEEDED:
    'AWS closes 20 % of the members within 30 days, but 250 at least and 1,000 at most: repeat the command when the oldest are past.',
  CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED: 'AWS closes three accounts at a time: repeat the command in some minutes.',
  TOO_MANY_REQUESTS: 'Repeat the command in some minutes.',
  CONFLICT: 'AWS is still creating or changing the account: repeat the command in some minutes.',
};

const refusedToClose = (account: string, code: string): GameDayError =>
  new GameDayError(
    'AccountUnready',
    `AWS does not close account ${account}: ${code}`,
    advice[code] ?? 'Correct what AWS names, then repeat the command.',
  );
