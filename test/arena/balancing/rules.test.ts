import { Entry } from '../../../lib/arena/balancing/routing';
import { anArchitecture, ask, backTier, fate, webInstances } from '../tiny';
import { aWorld, balancer, elb, fixed, listener, rule } from './parts';

const condition = (Field: string, config: string, ...Values: unknown[]) => ({ Field, [config]: { Values } });
const path = (...values: string[]) => condition('path-pattern', 'PathPatternConfig', ...values);
const method = (...values: string[]) => condition('http-request-method', 'HttpRequestMethodConfig', ...values);
const host = (...values: unknown[]) => condition('host-header', 'HostHeaderConfig', ...values);
const query = (...values: object[]) => condition('query-string', 'QueryStringConfig', ...values);

/** Whether a rule with these conditions takes a request. */
function takes(conditions: object[], target = '/page', by = 'GET'): boolean {
  const architecture = anArchitecture(webInstances(1), rule(conditions as Record<string, unknown>[]));
  return Entry.tryFind(architecture)?.action(by, target).kind === 'fixed';
}

test.each([
  ['a path', [path('/page')], '/page', true],
  ['another path', [path('/page')], '/pages', false],
  ['any of several', [path('/x', '/pa?e')], '/page', true],
  ['a beginning', [path('/pa*')], '/page/7', true],
  ['a path without its query', [path('/page')], '/page?a=b', true],
  ['a path in another case', [path('/Page')], '/page', false],
  ['one character, not none', [path('/page?')], '/page', false],
  ['a host that is not the load balancer’s own', [host('shop.example.com')], '/page', false],
  ['its own host, in any case', [host('*.ELB.amazonaws.com')], '/page', true],
  ['its own host by reference', [host({ 'Fn::GetAtt': ['Balancer', 'DNSName'] })], '/page', true],
  ['a query', [query({ Key: 'v', Value: '2' })], '/page?a=1&V=2', true],
  ['a query with another value', [query({ Key: 'v', Value: '2' })], '/page?v=3', false],
  ['a query that is not there', [query({ Key: 'v', Value: '*' })], '/page', false],
  ['a value under any key', [query({ Value: 'x?z' })], '/page?any=xyz', true],
  ['several conditions', [path('/page'), query({ Key: 'v', Value: '2' })], '/page?v=1', false],
  ['two conditions on the query', [query({ Value: '1' }), query({ Value: '2' })], '/page?a=1&b=2', true],
  ['two conditions, one of which fails', [query({ Value: '1' }), query({ Value: '2' })], '/page?a=1&b=3', false],
  ['an address that everybody has', [condition('source-ip', 'SourceIpConfig', '0.0.0.0/0')], '/page', true],
  ['an address that customers may not have', [condition('source-ip', 'SourceIpConfig', '10.0.0.0/8')], '/page', false],
  ['a header', [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X', Values: ['y'] } }], '/page', false],
  ['the short form', [{ Field: 'path-pattern', Values: ['/page'] }], '/page', true],
  ['nothing', [], '/page', true],
])('a rule on %s', (_what, conditions, target, taken) => {
  expect(takes(conditions, target)).toBe(taken);
});

test('a rule on methods', () => {
  expect(takes([method('POST', 'PUT')], '/page', 'POST')).toBe(true);
  expect(takes([method('POST', 'PUT')])).toBe(false);
});

test('the rule with the lowest number decides', () => {
  const other = {
    SecondRule: elb('ListenerRule', {
      ListenerArn: { Ref: 'Listener' },
      Priority: 2,
      Conditions: [path('/page')],
      Actions: [fixed(404)],
    }),
  };
  expect(fate(ask(aWorld([webInstances(1), other, rule([path('/p*')])])))).toBe(418);
});

test('calls between tiers take the same rules as customers', () => {
  const closed = rule([path('/stock')]);
  expect(fate(ask(aWorld([webInstances(1), backTier()]), '/buy'))).toBe(200);
  expect(fate(ask(aWorld([webInstances(1), backTier(), closed]), '/buy'))).toBe(500);
});

describe('the address that customers know', () => {
  test('is the internet-facing load balancer', () => {
    expect(fate(ask(aWorld([webInstances(1), balancer({ Scheme: 'internal' })])))).toBe('timeout');
  });

  test('is its listener on port 80, if there is one', () => {
    const tls = {
      Secure: elb('Listener', { LoadBalancerArn: { Ref: 'Balancer' }, Port: 443, DefaultActions: [fixed(418)] }),
    };
    expect(fate(ask(aWorld([tls, webInstances(1)])))).toBe(200);
    expect(fate(ask(aWorld([webInstances(1), listener(fixed(410))])))).toBe(410);
  });
});
