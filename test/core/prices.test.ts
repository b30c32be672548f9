import fc from 'fast-check';
import { usdPerHour } from '../../lib/core/prices';
import type { Processor, Resource } from '../../lib/core/resource';

const instance = (type: string, surplusCreditsPerHour = 0): Resource => ({
  kind: 'instance',
  id: 'i',
  type,
  zone: 0,
  surplusCreditsPerHour,
});
const task = (processor: Processor): Resource => ({
  kind: 'task',
  id: 't',
  processor,
  vcpu: 0.5,
  memoryGib: 1,
  zone: 0,
});

test.each<[string, Resource, number]>([
  ['an instance', instance('t3.medium'), 0.0456],
  ['an instance that borrows a whole CPU in credits', instance('t3.medium', 60), 0.0456 + 0.05],
  ['a Graviton instance that borrows', instance('t4g.medium', 60), 0.0368 + 0.04],
  ['a task', task('x86'), 0.5 * 0.04048 + 0.004445],
  ['a task on Graviton', task('arm'), 0.5 * 0.03238 + 0.00356],
  ['a load balancer', { kind: 'load-balancer', id: 'l', type: 'application' }, 0.0252],
  [
    'a provisioned table',
    { kind: 'table', id: 't', mode: 'provisioned', readUnits: 100, writeUnits: 10 },
    0.0147 + 0.00735,
  ],
  ['a table on demand', { kind: 'table', id: 't', mode: 'on-demand', readsPerHour: 1e6, writesPerHour: 0 }, 0.1415],
  ['a volume', { kind: 'volume', id: 'v', type: 'gp3', gib: 730 }, 0.088],
  ['a NAT gateway', { kind: 'nat-gateway', id: 'n' }, 0.048],
  ['a public address', { kind: 'address', id: 'a' }, 0.005],
])('%s has its listed price', (_what, resource, usd) => {
  const { usdPerHour: total, flags } = usdPerHour([resource]);
  expect({ total, flags }).toEqual({ total: expect.closeTo(usd, 9) as number, flags: [] });
});

test('nothing costs nothing', () => {
  expect(usdPerHour([])).toEqual({ usdPerHour: 0, flags: [] });
});

test('prices add up', () => {
  expect(usdPerHour([instance('t3.micro'), instance('t3.micro')]).usdPerHour).toBeCloseTo(2 * 0.0114, 9);
});

test('an unknown type costs as much as the dearest known one of its kind, and is flagged once', () => {
  const { usdPerHour: total, flags } = usdPerHour([instance('z9.huge'), instance('z9.huge')]);
  expect({ total, flags }).toEqual({ total: 2 * 0.856, flags: ['no price for instance type "z9.huge"'] });
});

test('no type is cheaper than an unknown one, whatever it is called', () => {
  const types = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 't3.nano', 'm5.4xlarge'));
  fc.assert(
    fc.property(types, (type) => {
      expect(usdPerHour([instance(type)]).usdPerHour).toBeLessThanOrEqual(usdPerHour([instance('?')]).usdPerHour);
    }),
  );
});
