import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { FisClient } from '@aws-sdk/client-fis';
import { pooledRoleName } from '../../accounts/role-names';
import type { GameDayEvent, Instant } from '../../core/event/event';
import type { ConductorPorts } from '../../core/experiments/conductor';
import type { ReadAlarms } from '../../core/informed/alarms';
import type { Environment } from '../../core/informed/informed';
import { decidedIn } from '../../core/informed/kick-offs';
import { sharedExecutor } from '../../core/informed/shared-executor';
import type { LogEntry } from '../../core/records/records';
import type { ClientOptions } from '../client-options';
import { FisExperiments } from '../experiments/fis-experiments';
import { serviceAddress } from '../experiments/service-address';
import { TeamAccounts } from '../team-account';
import { EnvironmentExecutor } from './environment-executor';
import { EnvironmentTargets } from './environment-targets';

interface EnvironmentOptions {
  /** Who asks: the organizer, or a role of the organizer's that the fault roles trust. */
  readonly client: ClientOptions;
  /** Where what the SDK has no client for answers. @default what the environment tells the SDK, else AWS's own */
  readonly endpoint?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: () => Instant;
}

/** What begins and ends faults in the environments of an informed event, through the fault roles of their accounts. */
export function environmentPorts(
  event: GameDayEvent,
  log: () => Promise<readonly LogEntry[]>,
  options: EnvironmentOptions,
): Required<Pick<ConductorPorts, 'executorOf' | 'populationOf'>> & { readonly readAlarms: ReadAlarms } {
  const reached = new Map(
    (event.informed?.environments ?? []).map((environment) => [environment.id, reachOf(environment, options)] as const),
  );
  const find = async (sharedRun: string): Promise<EnvironmentExecutor | undefined> => {
    const environment = decidedIn(event, await log(), sharedRun);
    return environment === undefined ? undefined : reached.get(environment)?.executor;
  };
  const everywhere = [...reached.values()].map(({ executor }) => executor);
  return {
    executorOf: (team) => sharedExecutor(team, { executorOf: find, everywhere }),
    populationOf: async (run, card) => (await find(run.run.slice(0, -run.team.length - 1)))?.population(card) ?? 0,
    readAlarms: async ({ id }) => (await reached.get(id)?.readAlarms()) ?? new Map<string, never>(),
  };
}

function reachOf(
  environment: Environment,
  { client, endpoint = process.env['AWS_ENDPOINT_URL'], now = Date.now }: EnvironmentOptions,
): { readonly executor: EnvironmentExecutor; readonly readAlarms: () => ReturnType<ReadAlarms> } {
  const { account, region, guardrails } = environment;
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const accounts = new TeamAccounts({ ...client, region }, now, pooledRoleName('fault'));
  const fis = accounts.client(account, FisClient);
  const roleArn = `arn:${partition}:iam::${account}:role/${pooledRoleName('fault')}`;
  const address = serviceAddress('fis', region, endpoint, () => fis.config.credentials());
  const stopAlarms = guardrails.stopOn.flatMap(({ alarm }) => (alarm.startsWith('arn:') ? [alarm] : []));
  const targets = new EnvironmentTargets(environment, partition, (Client) => accounts.client(account, Client));
  return {
    executor: new EnvironmentExecutor({
      targets,
      fis: new FisExperiments(fis, roleArn, address, now),
      place: { partition, region },
      stopAlarms,
    }),
    readAlarms: () => alarmStates(accounts.client(account, CloudWatchClient), stopAlarms),
  };
}

/** States of alarms by their ARNs; those that are not there are left out. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
async function alarmStates(client: CloudWatchClient, arns: readonly string[]): ReturnType<ReadAlarms> {
  const states: [string, 'ok' | 'alarm' | 'insufficient-data'][] = [];
  if (arns.length === 0) return new Map();
  const wanted = {
    AlarmNames: arns.map((arn) => arn.split(':').slice(6).join(':')),
    AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const],
  };
  for await (const { MetricAlarms = [], CompositeAlarms = [] } of paginateDescribeAlarms({ client }, wanted)) {
    for (const { AlarmArn: arn = '', StateValue: state } of [...MetricAlarms, ...CompositeAlarms]) {
      if (arns.includes(arn))
        states.push([arn, state === 'OK' ? 'ok' : state === 'ALARM' ? 'alarm' : 'insufficient-data']);
    }
  }
  return new Map(states);
}
