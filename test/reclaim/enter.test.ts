import { enterAccount } from '../../lib/reclaim/aws/enter';
import { FakeAws, ok, xmlError, type Call } from '../support/aws/fake-aws';
import { serveAws } from '../support/aws/served-aws';
import { refusal } from '../support/refusal';

const account = '111111111111';
const before = { ...process.env };
let served: Awaited<ReturnType<typeof serveAws>>;
/** How long a session lasts, ms. */
let lastsMs: number;
/** Whose the role is that is assumed; undefined refuses. */
let owner: string | undefined;
const signers: string[] = [];

const sts = ({ action }: Call) => {
  if (owner === undefined) return xmlError('AccessDenied');
  const expiration = new Date(Date.now() + lastsMs).toISOString();
  const result =
    action === 'AssumeRole'
      ? `<Credentials><AccessKeyId>ASIA${signers.length}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>` +
        `<SessionToken>t</SessionToken><Expiration>${expiration}</Expiration></Credentials>`
      : `<Account>${owner}</Account>`;
  return ok(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
};
const sqs = ({ accessKey }: Call) => {
  signers.push(accessKey);
  return ok({ QueueUrls: [] });
};

beforeAll(async () => {
  served = await serveAws(new FakeAws({ sts, sqs }));
  Object.assign(process.env, served.env);
});
afterAll(async () => {
  await served.close();
  process.env = before;
});
beforeEach(() => {
  signers.length = 0;
  lastsMs = 3_600_000;
  owner = account;
});

const credentials = () => Promise.resolve({ accessKeyId: 'AKIAORGANIZER', secretAccessKey: 's' });
const enter = () =>
  enterAccount({ account: '999999999999', region: 'eu-west-1', partition: 'aws', credentials }, account, ['eu-west-1']);
const queuesOf = (entered: Awaited<ReturnType<typeof enter>>) => entered.kinds.find(({ type }) => type === 'queue');

test('an account is entered once for everything that is done in it', async () => {
  const queues = queuesOf(await enter());
  await queues?.list();
  await queues?.list();
  expect(signers).toEqual(['ASIA0', 'ASIA0']);
});

test('work that takes longer than a session goes on with the next one', async () => {
  lastsMs = 200_000;
  const queues = queuesOf(await enter());
  await queues?.list();
  await queues?.list();
  expect(signers).toEqual(['ASIA0', 'ASIA1']);
});

test('a role that cannot be assumed is told', async () => {
  owner = undefined;
  await expect(enter()).rejects.toThrow(refusal('AccountUnreadable', 'cannot be assumed'));
});

test('nothing is touched where the role leads into another account', async () => {
  owner = '222222222222';
  await expect(enter()).rejects.toThrow(refusal('AccountUnreadable', '222222222222'));
});
