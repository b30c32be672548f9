import { StackFailure } from '../../lib/deploy/deployer';
import { explain } from '../../lib/deploy/explain';

const target = {
  kind: 'organizer',
  id: 'organizer',
  account: '999999999999',
  region: 'eu-west-1',
  stackName: 'gameday-x-organizer',
} as const;

test.each([
  [
    'a new account that may run ten functions at once',
    "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [10].",
  ],
  ['too many addresses', 'The maximum number of addresses has been reached.'],
])('%s is told to ask for a higher quota', (_what, reason) => {
  const failure = new StackFailure('it was not deployed', 'ROLLBACK_COMPLETE', [reason]);
  expect(explain(target, failure).next).toMatch(/Raise the quota in Service Quotas .*gameday deploy --organizer/);
});
