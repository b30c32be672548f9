import fc from 'fast-check';
import { isPublicAddress } from '../../lib/api/public-address';
import { Office } from './call';

const hosts: Readonly<Record<string, readonly string[]>> = {
  'blue.example': ['52.95.110.1', '2600:1f18::1'],
  'red.example': ['52.95.110.99'],
  'half.example': ['52.95.110.1', '10.0.0.5'],
  'rebound.example': ['127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
};

async function register(url: string): Promise<{ status: number; office: Office }> {
  const office = new Office({
    endpoints: {
      resolve: (host) => Promise.resolve(hosts[host] ?? []),
      isOwn: (_team, address) => Promise.resolve(hosts['blue.example']!.includes(address)),
    },
  });
  const cookie = await office.team('blue');
  const { status } = await office.call('POST', '/api/teams/blue/endpoint', { cookie, body: { url } });
  return { status, office };
}

test.each(['https://blue.example', 'http://BLUE.example:8080/shop', 'http://52.95.110.1/', 'http://[2600:1f18::1]/'])(
  'customers are sent to %s, which is public and the team’s own',
  async (url) => {
    const { status, office } = await register(url);
    expect(status).toBe(200);
    expect(office.log.at(-1)).toMatchObject({ type: 'endpoint', by: 'team:blue', url: new URL(url).href });
  },
);

test.each([
  ['no address', 'shop'],
  ['another protocol', 'ftp://blue.example/'],
  ['a file', 'file:///etc/passwd'],
  ['a script', 'javascript:alert(1)'],
  ['a password', 'http://user:secret@blue.example/'],
  ['a query', 'http://blue.example/?x=1'],
  ['a fragment', 'http://blue.example/#x'],
  ['a host that is not there', 'http://nowhere.example/'],
  ['another team’s host', 'http://red.example/'],
  ['another team’s address', 'http://52.95.110.99/'],
  ['a host with one private address', 'http://half.example/'],
  ['a name of loopback', 'http://rebound.example/'],
  ['a name of the metadata service', 'http://metadata.example/'],
  ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
  ['the metadata service over IPv6', 'http://[fd00:ec2::254]/'],
  ['loopback', 'http://127.0.0.1/'],
  ['loopback as a number', 'http://2130706433/'],
  ['loopback in octal', 'http://0177.0.0.1/'],
  ['loopback, short', 'http://127.1/'],
  ['loopback over IPv6', 'http://[::1]/'],
  ['loopback in IPv6’s clothes', 'http://[::ffff:127.0.0.1]/'],
  ['an address of this network', 'http://0.0.0.0/'],
  ['a private address', 'http://10.1.2.3/'],
  ['a neighbour on the link', 'http://[fe80::1]/'],
])('%s is refused, and nothing is written', async (_what, url) => {
  const { status, office } = await register(url);
  expect(status).toBe(400);
  expect(office.log.some(({ type }) => type === 'endpoint')).toBe(false);
});

test('where addresses are fixed, the page is told so', async () => {
  const office = new Office();
  delete (office.ports as { endpoints?: unknown }).endpoints;
  const cookie = await office.team('blue');
  const answer = await office.call('POST', '/api/teams/blue/endpoint', {
    cookie,
    body: { url: 'http://blue.example' },
  });
  expect(answer.status).toBe(409);
});

test('of private networks no address is public, however it is written', () => {
  const byte = fc.nat(255);
  fc.assert(
    fc.property(
      fc.constantFrom('10', '127', '169.254', '172.16', '172.31', '192.168'),
      byte,
      byte,
      byte,
      (net, a, b, c) => {
        const address = [...net.split('.'), a, b, c].slice(0, 4).join('.');
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
      },
    ),
  );
});
