import type { AccountRecords, Organization, Policy } from '../../lib/accounts/ports';
import { accountStates, poolUnitName, stateUnitName } from '../../lib/accounts/account-state';
import type { PoolPolicy } from '../../lib/accounts/pool-policy';
import { poolView } from '../../lib/doctor/pool-view';

const account = '111111111111';
const policy: PoolPolicy = {
  name: 'gameday-gameday-plane',
  description: 'Guards the organizer’s plane',
  appliesTo: 'pool',
  text: '{"Version":"2012-10-17","Statement":[]}',
};
const states = accountStates.map((state) => ({ id: `ou-${state}`, name: stateUnitName(state) }));

/** An organization with a pool whose one policy is over it; answers what the doctor asks, and nothing else. */
function anOrganization(parts: Partial<Organization> = {}): Organization {
  const attached: readonly Policy[] = [{ id: 'p-1', name: policy.name }];
  const answers: Partial<Organization> = {
    describe: () =>
      Promise.resolve({ id: 'o-1', managementAccount: '9', root: 'r-1', allFeatures: true, policiesOn: true }),
    units: (parent) => Promise.resolve(parent === 'r-1' ? [{ id: 'ou-pool', name: poolUnitName('gameday') }] : states),
    tags: () => Promise.resolve({ 'gameday:pool': 'gameday' }),
    parentOf: () => Promise.resolve('ou-live'),
    policies: () => Promise.resolve(attached),
    policyText: () => Promise.resolve(policy.text),
    policiesOf: (target) => Promise.resolve(target === 'ou-pool' ? attached : []),
    ...parts,
  };
  return answers as Organization;
}

const records: AccountRecords = { list: () => Promise.resolve([]), save: () => Promise.reject(new Error('changed')) };
const view = (parts?: Partial<Organization>) => poolView(records, anOrganization(parts), { pool: 'gameday' }, [policy]);

test('an account stands in the state whose unit it is in', async () => {
  expect(await view().standing(account)).toEqual({ pool: 'gameday', state: 'live' });
});

test('an account elsewhere stands in no state', async () => {
  const elsewhere = view({ parentOf: () => Promise.resolve('r-1'), tags: () => Promise.resolve({}) });
  expect(await elsewhere.standing(account)).toEqual({ pool: undefined, state: undefined });
});

test('nothing is missing of guardrails that are in force', async () => {
  expect(await view().missingGuardrails()).toEqual([]);
});

test.each<[string, Partial<Organization>, string]>([
  [
    'a policy that is not there',
    { policies: () => Promise.resolve([]), policiesOf: () => Promise.resolve([]) },
    'makes the policy gameday-gameday-plane',
  ],
  [
    'a policy with another text',
    { policyText: () => Promise.resolve('{}') },
    'brings the policy gameday-gameday-plane up to date',
  ],
  [
    'a policy that was taken away',
    { policiesOf: () => Promise.resolve([]) },
    'puts the policy gameday-gameday-plane over GameDay-gameday',
  ],
])('%s is told, and nothing is changed', async (_what, parts, told) => {
  expect(await view(parts).missingGuardrails()).toContain(told);
});
