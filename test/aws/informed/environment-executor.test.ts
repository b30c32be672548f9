import { EnvironmentExecutor } from '../../../lib/aws/informed/environment-executor';
import { EnvironmentTargets } from '../../../lib/aws/informed/environment-targets';
import type { FisExperiments } from '../../../lib/aws/experiments/fis-experiments';
import type { EnvironmentTarget } from '../../../lib/core/informed/informed';
import type { Fault } from '../../../lib/core/experiments/fault';
import { anExperiment } from '../../support/an-experiment';

const account = '333333333333';
const arn = (id: string): string => `arn:aws:ec2:eu-west-1:${account}:instance/${id}`;
const alarm = `arn:aws:cloudwatch:eu-west-1:${account}:alarm:orders`;
const tagged = (...tags: readonly [string, string][]) => tags.map(([Key, Value]) => ({ Key, Value }));

/** An account with four instances: two listed by a tag, one of another tier, and one that nobody listed. */
const instances = [
  { InstanceId: 'i-1', Tags: tagged(['gameday:target', 'true'], ['gameday:tier', 'web']) },
  { InstanceId: 'i-2', Tags: tagged(['gameday:target', 'true']) },
  { InstanceId: 'i-3', Tags: tagged(['gameday:target', 'true'], ['gameday:tier', 'shop']) },
  { InstanceId: 'i-4', Tags: tagged(['gameday:target', 'false'], ['gameday:tier', 'web']) },
];

function anExecutor(targets: readonly EnvironmentTarget[], owner = account) {
  const started: Parameters<FisExperiments['start']>[] = [];
  const fis = {
    start: (...given: Parameters<FisExperiments['start']>) => {
      started.push(given);
      return Promise.resolve('started' as const);
    },
    state: () => Promise.resolve({ state: 'unknown' as const }),
    stop: () => Promise.resolve(),
    sweep: () => Promise.resolve([]),
    tryOut: () => Promise.resolve(undefined),
  };
  // The paginators of the SDK ask for the client's own class, whose calls are answered here.
  const client = <T>(Client: new (options: object) => T): T => {
    const made = new Client({ region: 'eu-west-1' });
    return Object.assign(made as object, {
      send: () => Promise.resolve({ Reservations: [{ OwnerId: owner, Instances: instances }] }),
    }) as T;
  };
  const place = { account, region: 'eu-west-1', targets };
  const executor = new EnvironmentExecutor({
    targets: new EnvironmentTargets(place, 'aws', client),
    fis,
    place: { partition: 'aws', region: 'eu-west-1' },
    stopAlarms: [alarm],
  });
  return { executor, started };
}

const byTag: readonly EnvironmentTarget[] = [{ tag: 'gameday:target', value: 'true' }];
const run = { run: 'kick-off-1', experiment: 'stop', team: 'blue', atSeconds: 0, forSeconds: 600 };
const card = (fault: Fault) => anExperiment({ fault });
const namesOf = async (targets: readonly EnvironmentTarget[], fault: Fault) => {
  const found = await anExecutor(targets).executor.resolve(run, card(fault));
  return 'refused' in found ? found.refused : found.map(({ name }) => name);
};

test('only what the owner listed is hit, by its tag with the value, and nothing of another tier', async () => {
  expect(await namesOf(byTag, { kind: 'cpu-stress', tier: 'web', load: 1 })).toEqual([arn('i-1'), arn('i-2')]);
  expect(await namesOf([{ arn: arn('i-4') }], { kind: 'cpu-stress', tier: 'web', load: 1 })).toEqual([arn('i-4')]);
  expect(await namesOf([{ arn: arn('i-9') }], { kind: 'instance-stop', tier: 'web' })).toBe(
    'there is no instance to hit',
  );
});

test('how much there is, is counted of what was listed', async () => {
  const { executor } = anExecutor(byTag);
  expect(await executor.population(card({ kind: 'instance-stop', tier: 'web' }))).toBe(2);
});

test('a resource that another account shares is never hit', async () => {
  const { executor } = anExecutor(byTag, '999999999999');
  expect(await executor.resolve(run, card({ kind: 'cpu-stress', tier: 'web', load: 1 }))).toEqual({
    refused: expect.stringContaining('is not in the') as string,
  });
});

test('AWS itself ends a fault at the alarms of the environment', async () => {
  const { executor, started } = anExecutor(byTag);
  expect(await executor.start(run, card({ kind: 'instance-stop', tier: 'web' }))).toBe('started');
  expect(started).toMatchObject([['kick-off-1', { arns: [arn('i-1')], stopAlarms: [alarm] }]]);
});

test.each<Fault>([
  { kind: 'dependency-down', tier: 'web' },
  { kind: 'nat-loss' },
  { kind: 'table-throttling', table: 'orders', share: 0.5 },
])('what has to know how a system is made is refused in one that is not ours: $kind', async (fault) => {
  expect(await namesOf(byTag, fault)).toMatch(/cannot be done in an environment/);
});
