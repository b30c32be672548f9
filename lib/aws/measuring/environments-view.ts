import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { GameDayError } from '../../core/errors';
import { watchedAlarms, type Environment } from '../../core/informed/informed';
import type { EnvironmentsView } from '../../core/scorer/ports';
import type { ClientOptions } from '../client-options';
import { observerRole, TeamAccounts } from '../team-account';
import { alarmChanges } from './alarm-changes';
import { customerMetrics } from './customer-metrics';

/**
 * Environments as the observer role of their accounts shows them, each in its own region. Throws `AccountUnreadable`, with the environment,
 * its account and its region, when the role or a call is refused.
 *
 * @param now milliseconds since the epoch
 */
export function environmentsView(options: ClientOptions, now: () => number = Date.now): EnvironmentsView {
  const accounts = new Map<string, TeamAccounts>();
  const clientIn = ({ account, region }: Environment): CloudWatchClient => {
    const known = accounts.get(region) ?? new TeamAccounts({ ...options, region }, now);
    accounts.set(region, known);
    return known.client(account, CloudWatchClient);
  };
  return {
    readCustomers: (environment, span, bands) =>
      named(environment, 'metrics of its load balancers', () =>
        customerMetrics(clientIn(environment), environment.customers?.loadBalancers ?? [], span, bands),
      ),
    readAlarmHistory: (environment, span) =>
      named(environment, 'the history of its alarms', () =>
        alarmChanges(clientIn(environment), watchedAlarms(environment), span),
      ),
  };
}

async function named<T>({ name, account, region }: Environment, what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new GameDayError(
      'AccountUnreadable',
      `${name} (account ${account}, ${region}): ${what} could not be read: ${reason}`,
      `Have its owner deploy docs/environment-observer.yaml there, which lets the scorer in as ${observerRole}.`,
      { cause: error },
    );
  }
}
