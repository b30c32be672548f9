import { FisClient } from '@aws-sdk/client-fis';
import { Readable } from 'node:stream';
import { accessLost } from '../../../lib/aws/experiments/faults/access-lost';
import { natLoss } from '../../../lib/aws/experiments/faults/nat-loss';
import { AwsExecutor, type FaultAccount } from '../../../lib/aws/experiments/aws-executor';
import type { RevertCall } from '../../../lib/aws/experiments/revert-call';
import { FisExperiments } from '../../../lib/aws/experiments/fis-experiments';
import { isRefusal, type Refusal } from '../../../lib/core/experiments/executor';
import type { FaultPlan } from '../../../lib/aws/experiments/plan';
import type { TeamStack } from '../../../lib/aws/experiments/team-stack';
import { anExperiment } from '../../support/an-experiment';

/** An account with two rules in a security group each and two routes, which says no to taking away what is gone, as EC2 does. */
class Network {
  readonly rules = new Set(['sg-1', 'sg-2']);
  readonly routes = new Set(['rtb-1', 'rtb-2']);
  refusal = '';
  /** Called before anything is taken away. */
  before: () => Promise<void> = () => Promise.resolve();

  readonly stack = {
    client: () => ({ send: (command: { constructor: { name: string }; input: object }) => this.answer(command) }),
    instances: () => Promise.resolve([]),
    services: () => Promise.resolve([]),
    securityGroups: () => Promise.resolve(['sg-1', 'sg-2']),
    routeTables: () => Promise.resolve(['rtb-1', 'rtb-2']),
  } as unknown as TeamStack;

  private async answer({
    constructor: { name },
    input,
  }: {
    constructor: { name: string };
    input: object;
  }): Promise<object> {
    const { GroupId = '', RouteTableId = '' } = input as { GroupId?: string; RouteTableId?: string };
    const permission = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
    const route = { NatGatewayId: 'nat-1', DestinationCidrBlock: '0.0.0.0/0' };
    switch (name) {
      case 'DescribeSecurityGroupsCommand':
        return { SecurityGroups: [...this.rules].map((id) => ({ GroupId: id, IpPermissions: [permission] })) };
      case 'AuthorizeSecurityGroupIngressCommand':
        this.rules.add(GroupId);
        return {};
      case 'DescribeRouteTablesCommand':
        return { RouteTables: [...this.routes].map((id) => ({ RouteTableId: id, Routes: [route] })) };
      case 'RevokeSecurityGroupIngressCommand':
        await this.before();
        return this.taken(this.rules.delete(GroupId), 'InvalidPermission.NotFound');
      default:
        return this.taken(this.routes.delete(RouteTableId), 'InvalidRoute.NotFound');
    }
  }

  private taken(wasThere: boolean, otherwise: string): Promise<object> {
    const refusal = this.refusal || (wasThere ? '' : otherwise);
    return refusal === '' ? Promise.resolve({}) : Promise.reject(Object.assign(new Error(refusal), { name: refusal }));
  }
}

function calls(plan: FaultPlan | Refusal): Extract<FaultPlan, { by: 'calls' }> {
  if (isRefusal(plan) || plan.by !== 'calls') throw new Error('no plan of calls');
  return plan;
}

describe.each([
  ['access-lost', (stack: TeamStack) => accessLost(stack, 'storefront')],
  ['nat-loss', natLoss],
])('%s', (_kind, planOf) => {
  test('of two who begin it at the same moment, neither is refused what the other did', async () => {
    const network = new Network();
    const plans = [calls(await planOf(network.stack)), calls(await planOf(network.stack))];
    for (const plan of plans) await plan.apply('run');
    expect(Math.min(network.rules.size, network.routes.size)).toBe(0);
  });

  test('what AWS does not allow is not taken for done', async () => {
    const network = new Network();
    const plan = calls(await planOf(network.stack));
    network.refusal = 'UnauthorizedOperation';
    await expect(plan.apply('run')).rejects.toThrow('UnauthorizedOperation');
  });
});

/** FIS in which a template is gone before an experiment can be made of it. @param begun whether somebody else made one meanwhile */
function fisWithout(begun: boolean): FisClient {
  let asked = false;
  const answer = (method: string, path: string): { readonly status: number; readonly body: object } => {
    if (path === '/experimentTemplates' && method === 'POST')
      return { status: 200, body: { experimentTemplate: { id: 'EXT1' } } };
    if (path === '/experimentTemplates') return { status: 200, body: { experimentTemplates: [] } };
    if (method === 'POST') {
      asked = true;
      return { status: 404, body: { __type: 'ResourceNotFoundException', message: 'no template EXT1' } };
    }
    const theirs = { id: 'EXP1', state: { status: 'running' }, tags: { 'gameday:run': 'run' } };
    return { status: 200, body: { experiments: asked && begun ? [theirs] : [] } };
  };
  return new FisClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAORGANIZER', secretAccessKey: 'secret' },
    requestHandler: {
      handle: ({ method, path }: { readonly method: string; readonly path: string }) => {
        const { status, body } = answer(method, path);
        const headers = { 'content-type': 'application/json' };
        return Promise.resolve({
          response: { statusCode: status, headers, body: Readable.from([Buffer.from(JSON.stringify(body))]) },
        });
      },
    },
  });
}

const plan = {
  by: 'fis',
  targets: [],
  arns: ['arn:aws:ec2:eu-west-1:111111111111:instance/i-1'],
  action: {
    actionId: 'aws:ec2:terminate-instances',
    targetKey: 'Instances',
    resourceType: 'aws:ec2:instance',
    parameters: {},
    one: true,
  },
} as const;
const address = { service: 'fis', region: 'eu-west-1', endpoint: 'http://127.0.0.1:9', credentials: () => never() };
const never = (): never => {
  throw new Error('nobody asks');
};

test('an experiment that somebody else began at the same moment, taking its template away, is begun and not refused', async () => {
  const experiments = (begun: boolean) => new FisExperiments(fisWithout(begun), 'arn:aws:iam::1:role/fault', address);
  expect(await experiments(true).start('run', plan)).toBe('started');
  await expect(experiments(false).start('run', plan)).rejects.toThrow('no template EXT1');
});

test('a fault that somebody ends while it is being applied can be taken back as a whole', async () => {
  const network = new Network();
  const scheduled = new Map<string, RevertCall>();
  const account = {
    stack: () => network.stack,
    fis: { state: () => Promise.resolve({ state: 'unknown' }), stop: () => Promise.resolve() },
    schedules: {
      create: (_run: string, call: RevertCall) => Promise.resolve(void scheduled.set(JSON.stringify(call), call)),
      list: () => Promise.resolve([...scheduled].map(([name, call]) => ({ name, run: 'run', at: Infinity, call }))),
      remove: (name: string) => Promise.resolve(void scheduled.delete(name)),
    },
  } as unknown as FaultAccount;
  const executor = new AwsExecutor(account);
  network.before = async () => {
    if (network.rules.size === 1) await executor.stop('run');
  };
  const run = { run: 'run', experiment: 'door', team: 'blue', atSeconds: 0, forSeconds: 60 };
  const card = anExperiment({ id: 'door', fault: { kind: 'access-lost', tier: 'storefront' } });
  expect(await executor.start(run, card)).toBe('started');
  expect(network.rules.size).toBe(1);
  await executor.stop('run');
  expect([network.rules.size, scheduled.size]).toEqual([2, 0]);
});
