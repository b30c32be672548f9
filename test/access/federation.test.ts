import { inspect } from 'node:util';
import { federation } from '../../lib/access/aws/federation';
import { signInHosts } from '../../lib/access/console-sign-in';
import { refusal } from '../support/refusal';

const credentials = {
  accessKeyId: 'ASIAPARTICIPANT',
  secretAccessKey: 'very/secret+key',
  sessionToken: 'very=secret/token',
  expiration: new Date('2026-12-10T10:00:00Z'),
};
const secrets = ['very/secret+key', 'very=secret/token', 'the-sign-in-token'].flatMap((each) => [
  each,
  encodeURIComponent(each),
]);
const hosts = signInHosts('aws', 'eu-central-1');

test('a link is asked for with the credentials and no duration, which AWS refuses of a role entered from another', async () => {
  const asked: URL[] = [];
  const link = await federation(hosts, (url) => {
    asked.push(new URL(url));
    return Promise.resolve(new Response('{"SigninToken":"the-sign-in-token"}'));
  })(credentials);
  const [request] = asked;
  expect(Object.fromEntries(request?.searchParams ?? [])).toEqual({
    Action: 'getSigninToken',
    SessionType: 'json',
    Session: JSON.stringify({
      sessionId: 'ASIAPARTICIPANT',
      sessionKey: 'very/secret+key',
      sessionToken: 'very=secret/token',
    }),
  });
  expect(`${request?.origin}${request?.pathname}`).toBe(hosts.federation);
  expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
    Action: 'login',
    Destination: 'https://eu-central-1.console.aws.amazon.com/console/home?region=eu-central-1',
    SigninToken: 'the-sign-in-token',
  });
});

test.each([
  ['aws', 'https://us-east-1.signin.aws.amazon.com/federation'],
  ['aws-cn', 'https://signin.amazonaws.cn/federation'],
  ['aws-us-gov', 'https://signin.amazonaws-us-gov.com/federation'],
])('in partition %s the link leads to its own sign-in', (partition, host) => {
  expect(signInHosts(partition, 'x').federation).toBe(host);
});

test.each([
  [
    'refuses and repeats what it was sent',
    () => new Response(`bad session: ${JSON.stringify(credentials)}`, { status: 400 }),
  ],
  ['answers something else', () => new Response('{"SignInToken":"the-sign-in-token"}')],
  ['answers no JSON', () => new Response('the-sign-in-token')],
  [
    'cannot be reached, and the failure holds the address',
    (url: unknown): Response => {
      throw new TypeError(`fetch failed: ${String(url)}`, { cause: new Error(JSON.stringify(credentials)) });
    },
  ],
])('where AWS’s sign-in %s, the error holds nothing secret', async (_what, answer) => {
  const attempt = federation(hosts, (url) => Promise.resolve().then(() => answer(url)))(credentials);
  await expect(attempt).rejects.toEqual(refusal('SignInFailed'));
  const error: unknown = await attempt.catch((thrown: unknown) => thrown);
  const told = inspect(error, { depth: null, showHidden: true });
  for (const secret of secrets) expect(told).not.toContain(secret);
});
