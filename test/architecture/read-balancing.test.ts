import { readArchitecture } from '../../lib/architecture/read';
import { attributes, balancer, elb, fixed, forward, idleTimeout, listener, rule } from '../arena/balancing/parts';
import { aTemplate, anArchitecture, theEdge, webInstances } from '../arena/tiny';

const group = (properties: Record<string, unknown>) => anArchitecture(theEdge(properties)).targetGroups[0];

describe('a target group says', () => {
  test('how it starts targets, when it fails over, and where it sends', () => {
    const key = (action: string, unit: string) => `target_group_health.${action}.minimum_healthy_targets.${unit}`;
    const said = attributes({
      'slow_start.duration_seconds': 90,
      'load_balancing.cross_zone.enabled': false,
      [key('unhealthy_state_routing', 'count')]: 2,
      [key('unhealthy_state_routing', 'percentage')]: 50,
      [key('dns_failover', 'count')]: 'off',
      [key('dns_failover', 'percentage')]: 'off',
    });
    expect(group(said)).toMatchObject({
      slowStartSeconds: 90,
      crossZone: false,
      routingFailover: { count: 2, percent: 50 },
      dnsFailover: { count: 0, percent: 0 },
    });
  });

  test.each([
    [{}, true],
    [{ Protocol: 'HTTPS' }, false],
    [{ ProtocolVersion: 'GRPC' }, false],
    [{ Protocol: 'HTTP', ProtocolVersion: 'HTTP1' }, true],
  ])('whether programs understand it: %j', (properties, plain) => {
    expect(group(properties)?.plain).toBe(plain);
  });
});

test('a load balancer waits a minute unless it says otherwise', () => {
  const seconds = (...parts: Parameters<typeof anArchitecture>) =>
    anArchitecture(theEdge(), ...parts).balancers[0]?.idleTimeoutSeconds;
  expect([seconds(), seconds(idleTimeout(5))]).toEqual([60, 5]);
});

test('weights of target groups are read, one is the default', () => {
  const weighted = forward(['WebTargets', 3], ['Elsewhere', 1]);
  const { balancers } = anArchitecture(theEdge(), listener(weighted));
  const targetGroups = [
    { id: 'WebTargets', weight: 3 },
    { id: '', weight: 1 },
  ];
  expect(balancers[0]?.listeners[0]?.otherwise).toEqual({ kind: 'forward', targetGroups });
});

describe('what the arena does not act on is listed', () => {
  const assumed = (...parts: Parameters<typeof aTemplate>) =>
    readArchitecture(aTemplate(webInstances(1), ...parts)).notModelled.map((each) => each.assumed);
  const edge = (properties: Record<string, unknown>) => webInstances(1, {}, properties);
  const header = { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X', Values: ['y'] } };
  const regex = { Field: 'path-pattern', PathPatternConfig: { RegexValues: ['^/a'] } };
  const path = { Field: 'path-pattern', PathPatternConfig: { Values: ['/a'] } };

  test.each([
    ['nothing strange', {}, undefined],
    ['a rule that can be read', rule([path]), undefined],
    ['a network load balancer', balancer({ Type: 'network' }), 'like an application load balancer'],
    ['a rule on a header', rule([header]), 'no request meets its condition on http-header'],
    ['a rule on a regular expression', rule([regex]), 'no request meets its condition on path-pattern'],
    ['a transform', rule([path], { Transforms: [{ Type: 'url-rewrite' }] }), 'as customers send them'],
    ['a target group that is nowhere', listener(forward(['Elsewhere', 1])), 'not in the template'],
    ['a rule that leads nowhere', rule([path], { Actions: [forward(['Elsewhere', 1])] }), 'not in the template'],
    ['a random algorithm', edge(attributes({ 'load_balancing.algorithm.type': 'weighted_random' })), 'take turns'],
    ['sticky sessions', edge(attributes({ 'stickiness.enabled': true })), 'no cookies'],
    ['a Lambda function', { L: elb('TargetGroup', { TargetType: 'lambda', Targets: [{ Id: 'arn' }] }) }, 'lambda'],
    ['an address as target', { I: elb('TargetGroup', { Targets: [{ Id: '10.0.0.7' }] }) }, 'not there'],
    ['a port of one target', theEdge({ Targets: [{ Id: { Ref: 'Web0' }, Port: 81 }] }), 'port of the group'],
  ])('%s', (_what, parts, words) => {
    const said = assumed(parts);
    expect(said).toEqual(words === undefined ? [] : [expect.stringContaining(words)]);
  });

  test('a listener that answers by itself is not strange', () => {
    expect(assumed(listener(fixed(200)))).toEqual([]);
  });
});
