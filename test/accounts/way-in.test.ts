import { wayIn } from '../../lib/accounts/way-in';

const records = [{ account: '111111111111' }];

test.each([
  ['of the pool', '111111111111', 'gameday/reclaim'],
  ['that was made by hand', '222222222222', 'OrganizationAccountAccessRole'],
])('the organizer works in an account %s as the role there that trusts it', (_what, account, role) => {
  expect(wayIn(records, undefined)(account)).toBe(role);
});

test('a role that somebody names holds for every account', () => {
  expect(['111111111111', '222222222222'].map(wayIn(records, 'Deployer'))).toEqual(['Deployer', 'Deployer']);
});
