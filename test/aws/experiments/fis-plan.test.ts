import { fisPlan } from '../../../lib/aws/experiments/fis-plan';
import type { Fault } from '../../../lib/core/experiments/fault';

const place = { partition: 'aws', region: 'eu-central-1' };
const account = '111111111111';
const arn = (owner: string, what: string) => `arn:aws:ec2:eu-central-1:${owner}:${what}`;

/** An account with two zones, where every subnet of the second belongs to somebody else, who shares it. */
const stack: Parameters<typeof fisPlan>[2] = {
  account,
  balancer: () => Promise.resolve('front.example.com'),
  groups: () =>
    Promise.resolve([{ arn: arn(account, 'autoScalingGroup:1:autoScalingGroupName/web'), zones: ['eu-central-1a'] }]),
  instances: (tier) =>
    Promise.resolve(
      tier === 'web'
        ? ['i-1', 'i-2'].map((id) => ({ id, arn: arn(account, `instance/${id}`), securityGroups: [] }))
        : [],
    ),
  services: (tier) => Promise.resolve(tier === 'bookings' ? [{ serviceName: 'bookings' }] : []),
  tasks: () => Promise.resolve([]),
  subnets: (role) =>
    Promise.resolve(
      role === 'prices'
        ? [{ arn: arn(account, 'subnet/of-broker'), zone: 'eu-central-1a', zoneId: 'euc1-az2' }]
        : role === undefined
          ? [
              { arn: arn(account, 'subnet/own'), zone: 'eu-central-1a', zoneId: 'euc1-az2' },
              { arn: arn('333333333333', 'subnet/shared'), zone: 'eu-central-1b', zoneId: 'euc1-az3' },
            ]
          : [],
    ),
};
const planOf = (fault: Fault, seconds = 90) => fisPlan(fault, seconds, stack, place);

test('a target outside the team’s account cannot be hit, even where its stack reaches it', async () => {
  expect(await planOf({ kind: 'zone-outage', zone: 1 })).toEqual({
    refused: `arn:aws:ec2:eu-central-1:333333333333:subnet/shared is not in the team’s account ${account}`,
  });
  expect(await planOf({ kind: 'zone-outage', zone: 0 })).toMatchObject({ arns: [arn(account, 'subnet/own')] });
});

test('a broker is cut off by its own subnets; a queue without any cannot be', async () => {
  expect(await planOf({ kind: 'queue-unreachable', queue: 'prices' })).toMatchObject({
    arns: [arn(account, 'subnet/of-broker')],
    action: { actionId: 'aws:network:disrupt-connectivity', parameters: { duration: 'PT2M', scope: 'all' } },
  });
  expect(await planOf({ kind: 'queue-unreachable', queue: 'orders' })).toEqual({
    refused: 'there is no subnet to hit',
  });
});

test('a fault on one instance hits one, and a fault on a tier hits all', async () => {
  expect(await planOf({ kind: 'instance-stop', tier: 'web' })).toMatchObject({ arns: [arn(account, 'instance/i-1')] });
  expect(await planOf({ kind: 'cpu-stress', tier: 'web', load: 0.5 })).toMatchObject({
    arns: [arn(account, 'instance/i-1'), arn(account, 'instance/i-2')],
  });
});

test('zones are named by their ids, which mean the same zone in every account', async () => {
  expect(await planOf({ kind: 'capacity-error', zone: 0 })).toMatchObject({
    action: { parameters: { availabilityZoneIdentifiers: 'euc1-az2', percentage: '100' } },
  });
});

test.each<readonly [string, Fault, string]>([
  ['a zone without a group', { kind: 'capacity-error', zone: 1 }, 'there is no group to hit'],
  ['a tier without a task', { kind: 'task-stop', tier: 'bookings' }, 'there is no task to hit'],
  ['a zone too far', { kind: 'zone-outage', zone: 2 }, 'the stack reaches no zone number 2'],
])('%s is a refusal that says so', async (_what, fault, refused) => {
  expect(await planOf(fault)).toEqual({ refused });
});

test.each([
  [1, 'PT1M'],
  [60, 'PT1M'],
  [61, 'PT2M'],
  [600, 'PT10M'],
])(
  '%d seconds are %s, because FIS counts in minutes and may not end before the rest does',
  async (seconds, duration) => {
    expect(await planOf({ kind: 'instance-stop', tier: 'web' }, seconds)).toMatchObject({
      action: { parameters: { startInstancesAfterDuration: duration } },
    });
  },
);

test.each<Fault>([
  { kind: 'cpu-stress', tier: 'web', load: 0.9 },
  { kind: 'latency', tier: 'web', addedMs: 400 },
  { kind: 'packet-loss', tier: 'web', share: 0.2 },
  { kind: 'dependency-slow', tier: 'web', addedMs: 400 },
  { kind: 'dependency-down', tier: 'web' },
  { kind: 'instance-hang', tier: 'web' },
])('$kind on instances ends by itself on the instance, to the second', async (fault) => {
  const plan = await planOf(fault, 90);
  const { documentParameters = '{}' } =
    plan !== undefined && 'by' in plan && plan.by === 'fis' ? plan.action.parameters : {};
  expect(JSON.parse(documentParameters)).toMatchObject({ DurationSeconds: '90', InstallDependencies: 'True' });
});

test('what AWS FIS has no action for has no plan', async () => {
  expect(await planOf({ kind: 'host-loss', tier: 'web' })).toBeUndefined();
});
