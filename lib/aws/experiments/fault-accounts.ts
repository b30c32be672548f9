import { pooledRoleName } from '../../accounts/role-names';
import { FisClient } from '@aws-sdk/client-fis';
import type { Executor } from '../../core/experiments/executor';
import type { GameDayEvent, Instant } from '../../core/event/event';
import { GameDayError } from '../../core/errors';
import type { ClientOptions } from '../client-options';
import { TeamAccounts } from '../team-account';
import { AwsExecutor } from './aws-executor';
import { FisExperiments } from './fis-experiments';
import { Schedules } from './schedules';
import { serviceAddress } from './service-address';
import type { ServiceAddress } from './signed-service';
import { TeamStack } from './team-stack';

/** What reaching accounts needs beside their ids. */
interface FaultOptions {
  /** Who asks: the organizer, or a role of the organizer's that the fault roles trust. @default as the SDK finds it */
  readonly client?: ClientOptions;
  /** Where what the SDK has no client for answers. @default what the environment tells the SDK, else AWS's own */
  readonly endpoint?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: () => Instant;
}

/**
 * Executors of an event's teams, through the fault roles of their accounts, and of no other account.
 * @throws GameDayError `BadOption` when asked for a team that the event does not have
 */
export async function faultExecutors(
  { teams }: Pick<GameDayEvent, 'teams'>,
  { client = {}, endpoint = process.env['AWS_ENDPOINT_URL'], now = Date.now }: FaultOptions = {},
): Promise<(team: string) => Executor> {
  const accounts = new TeamAccounts(client, now, pooledRoleName('fault'));
  const executors = new Map<string, Executor>();
  for (const { id, account } of teams) executors.set(id, await executorFor(accounts, account, endpoint, now));
  return (team) => {
    const found = executors.get(team);
    if (found !== undefined) return found;
    throw new GameDayError(
      'BadOption',
      `The event has no team "${team}".`,
      `Write one of: ${[...executors.keys()].join(', ')}.`,
    );
  };
}

async function executorFor(
  accounts: TeamAccounts,
  account: string,
  endpoint: string | undefined,
  now: () => Instant,
): Promise<Executor> {
  const fis = accounts.client(account, FisClient);
  const region = await fis.config.region();
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const roleArn = `arn:${partition}:iam::${account}:role/${pooledRoleName('fault')}`;
  const address = (service: string): ServiceAddress =>
    serviceAddress(service, region, endpoint, () => fis.config.credentials());
  return new AwsExecutor(
    {
      stack: () => new TeamStack(accounts, account),
      fis: new FisExperiments(fis, roleArn, address('fis'), now),
      schedules: new Schedules(address('scheduler'), roleArn, now),
      place: { partition, region },
    },
    now,
  );
}
