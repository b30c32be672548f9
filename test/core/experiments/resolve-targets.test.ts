import { resolveTargets } from '../../../lib/core/experiments/resolve-targets';
import { anExperiment } from '../../support/an-experiment';
import { anEvent } from '../../support/builders';
import { FakeAccount } from '../../support/fake-account';

const event = anEvent({
  experiments: [
    { experiment: 'stop', atSeconds: 60 },
    { experiment: 'gone', atSeconds: 120, teams: ['blue'] },
  ],
});

test('a dry run tells for every planned run what it would hit, or why it could not begin', async () => {
  const accounts = { blue: new FakeAccount(), red: new FakeAccount() };
  accounts.red.before = () => Promise.reject(new Error('AccessDenied'));
  const resolved = await resolveTargets(event, [anExperiment()], (team) => accounts[team as 'blue' | 'red']);
  expect(resolved.map(({ run, targets, refused }) => [run, targets.map(({ name }) => name), refused])).toEqual([
    ['stop-0-blue', ['i-blue'], undefined],
    ['gone-1-blue', [], 'the scenario has no experiment "gone"'],
    ['stop-0-red', [], 'could not be looked at: Error: AccessDenied'],
  ]);
  expect(accounts.blue.running.size).toBe(0);
});
