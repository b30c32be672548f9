import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetCredentials } from '../../lib/deploy/aws/credentials';
import { findHome } from '../../lib/deploy/aws/home';
import { deployTargets } from '../../lib/deploy/target';
import { anEvent } from '../support/builders';
import { refusal } from '../support/refusal';

const ORGANIZER = '999999999999';
const before = { ...process.env };
let folder: string;
let server: Server;
/** Of every call, its action and who signed it. */
let calls: string[];
let refused: boolean;
/** How long credentials of a role last, ms. */
let lastsMs: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'home-'));
  writeFileSync(
    join(folder, 'config'),
    '[profile duty]\nregion = eu-north-1\naws_access_key_id = AKIADUTY\naws_secret_access_key = s\n',
  );
  writeFileSync(join(folder, 'none'), '');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const action = new URLSearchParams(body).get('Action') ?? '';
      calls.push(`${action} by ${/Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1]}`);
      response.writeHead(refused ? 403 : 200, { 'content-type': 'text/xml' });
      response.end(refused ? refusalXml : answerTo(action));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

const refusalXml =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>';
const answerTo = (action: string): string => {
  const expires = new Date(Date.now() + lastsMs).toISOString();
  const result =
    action === 'GetCallerIdentity'
      ? `<Account>${ORGANIZER}</Account><Arn>arn:aws-cn:iam::${ORGANIZER}:user/duty</Arn><UserId>U</UserId>`
      : `<Credentials><AccessKeyId>ASIA${calls.length}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>` +
        `<SessionToken>t</SessionToken><Expiration>${expires}</Expiration></Credentials>`;
  return `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`;
};

beforeEach(() => {
  calls = [];
  refused = false;
  lastsMs = 3_600_000;
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});
afterEach(() => {
  process.env = { ...before };
});

describe('whose credentials are at hand', () => {
  test('account, partition and region come from the profile that is named', async () => {
    const { account, partition, region } = await findHome('duty', undefined);
    expect({ account, partition, region }).toEqual({ account: ORGANIZER, partition: 'aws-cn', region: 'eu-north-1' });
    expect(calls).toEqual(['GetCallerIdentity by AKIADUTY']);
  });

  test('a region that is named wins over the profile’s', async () => {
    expect((await findHome('duty', 'eu-west-3')).region).toBe('eu-west-3');
  });

  test.each([
    ['nobody’s are there', undefined, 'eu-west-1', 'Could not load credentials', 'aws sso login'],
    ['the profile is none', 'nobody', 'eu-west-1', 'by the profile nobody', 'give --profile NAME'],
    ['no region is named', undefined, undefined, 'Region is missing', '--region eu-west-1'],
  ])('when %s, what to do is said', async (_what, profile, region, message, hint) => {
    const found = findHome(profile, region);
    await expect(found).rejects.toThrow(refusal('CredentialsMissing', message));
    await expect(found).rejects.toMatchObject({ hint: expect.stringContaining(hint) as string });
  });

  test('credentials that AWS refuses are told with its reason', async () => {
    refused = true;
    await expect(findHome('duty', undefined)).rejects.toThrow(refusal('CredentialsMissing', 'not you'));
  });
});

describe('credentials for a target', () => {
  const homeOf = async () => findHome('duty', undefined);
  const [organizer, blue] = deployTargets(
    anEvent(),
    { teams: [], organizer: false },
    { account: ORGANIZER, region: 'eu-north-1' },
  );

  test('in the organizer’s own account are its own, and no role is assumed', async () => {
    const home = await homeOf();
    const { accessKeyId } = await targetCredentials(organizer!, 'Admin', home)();
    expect(accessKeyId).toBe('AKIADUTY');
    expect(calls).toEqual(['GetCallerIdentity by AKIADUTY']);
  });

  test('in a team’s account are those of a role, which the organizer assumes once for many clients', async () => {
    const credentials = targetCredentials(blue!, 'Admin', await homeOf());
    calls = [];
    const keys = [await credentials(), await credentials()].map(({ accessKeyId }) => accessKeyId);
    expect(keys).toEqual(['ASIA1', 'ASIA1']);
    expect(calls).toEqual(['AssumeRole by AKIADUTY']);
  });

  test('are renewed five minutes before they end', async () => {
    const credentials = targetCredentials(blue!, 'Admin', await homeOf());
    calls = [];
    lastsMs = 299_000;
    const keys = [await credentials(), await credentials()].map(({ accessKeyId }) => accessKeyId);
    expect(keys).toEqual(['ASIA1', 'ASIA2']);
  });

  test('that were refused are asked for anew the next time', async () => {
    const credentials = targetCredentials(blue!, 'Admin', await homeOf());
    refused = true;
    await expect(credentials()).rejects.toThrow('not you');
    refused = false;
    await expect(credentials()).resolves.toMatchObject({ sessionToken: 't' });
  });
});
