import { join } from 'node:path';
import { accountView } from '../../lib/aws/account-view';
import { TeamAccounts } from '../../lib/aws/team-account';
import { scratchFolder } from '../e2e/rehearsal-process';
import { bootstrap, cdkDeploy } from './cdk';
import { startEmulator, type Emulator } from './emulator';
import { listingOf } from './listing';
import { roleOptions } from './roles';

const organizer = '999999999999';
const account = '111111111111';
const team = { id: 'blue', name: 'Blue Whales', account };
const event = 'the-great-rental-takeover';
const way = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
const scratch = scratchFolder();

let emulator: Emulator;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  emulator = await startEmulator(organizer, [account]);
  env = { ...(await emulator.envOfRole(way)), AWS_ENDPOINT_URL_S3: emulator.url };
  expect(await bootstrap(emulator, account, env)).toMatchObject({ code: 0 });
  // As it is done on AWS: the good stack first, then the weaknesses as an update.
  expect(await deploy('none')).toMatchObject({ code: 0 });
}, 180_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

const deploy = (weaknesses: string) =>
  cdkDeploy(
    emulator,
    ['Arena', '-c', `organizer=${organizer}`, '-c', `weaknesses=${weaknesses}`],
    join(scratch.path, weaknesses),
    env,
  );
const observerAs = async (role: string) =>
  new TeamAccounts(await roleOptions(emulator, `arn:aws:iam::${organizer}:role/gameday/${role}`));

test('a role that the team’s account does not trust by name is refused', async () => {
  const another = new TeamAccounts(await roleOptions(emulator, way));
  await expect(another.address(account)).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('the scorer’s role sees the address, the signing key and what the account spends', async () => {
  const accounts = await observerAs(`${event}-scorer`);
  const { url, signingKey } = await accounts.address(account);
  expect(url).toMatch(/^http:\/\/.+\.elb\.amazonaws\.com$/);
  expect(signingKey).toHaveLength(48);
  const { usdPerHour, flags } = await accountView(accounts).spend(team);
  expect(flags).toEqual([]);
  // Two m7g.medium, two t4g.small, a load balancer and public addresses: https://aws.amazon.com/ec2/pricing/on-demand/
  expect(usdPerHour).toBeGreaterThan(0.1);
  expect(usdPerHour).toBeLessThan(0.5);
});

test('an update with all weaknesses leaves every resource of the template standing', async () => {
  const { code, output } = await deploy('all');
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  const { types, missing } = await listingOf(await roleOptions(emulator, way), 'Arena');
  expect(missing).toEqual([]);
  // Of what a team takes over, nothing is a name only.
  expect(types.filter((type) => emulator.stubs.includes(type))).toEqual(['AWS::CDK::Metadata']);
}, 120_000);
