import type { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, ask, backTier, fate, states, theEdge, webInstances } from '../tiny';
import { aWorld, balancer, behindShut, fixed, forward, idleTimeout, listener, shut } from './parts';

describe('what the load balancer answers', () => {
  test('a request is served by a registered target', () => {
    expect(ask(aWorld([webInstances(1)]))).toMatchObject({ status: 200, servedBy: 'Web0-1' });
  });

  test('503 when nobody is registered', () => {
    expect(fate(ask(aWorld([theEdge()])))).toBe(503);
  });

  test('503 when a listener forwards to a target group that is not there', () => {
    expect(fate(ask(aWorld([webInstances(1), listener(forward(['Elsewhere', 1]))])))).toBe(503);
  });

  test('503 when everybody is stopped', () => {
    const world = aWorld([webInstances(1)]);
    world.inflict({ kind: 'instance-stop', tier: 'web' }, 600);
    world.advance(20);
    expect(states(world)).toEqual(['unused']);
    expect(fate(ask(world))).toBe(503);
  });

  test('404 from a server that runs another program', () => {
    expect(fate(ask(aWorld([webInstances(1)]), '/stock'))).toBe(404);
  });

  test('404 from a server that runs none, to health checks too', () => {
    const world = aWorld([webInstances(1, { Tags: [] })]);
    expect(fate(ask(world))).toBe(404);
    world.advance(60);
    expect(states(world)).toEqual(['unhealthy']);
  });

  test('502 from a target that does not listen yet', () => {
    const world = aWorld([webInstances(1)]);
    world.update(anArchitecture(webInstances(1, { UserData: 'another program' })));
    world.advance(16);
    expect(fate(ask(world))).toBe(502);
    world.advance(120);
    expect(fate(ask(world))).toBe(200);
  });

  test('502 when it is to speak TLS or HTTP/2 to programs that do not', () => {
    expect(fate(ask(aWorld([webInstances(1, {}, { Protocol: 'HTTPS' })])))).toBe(502);
    expect(fate(ask(aWorld([webInstances(1, {}, { ProtocolVersion: 'HTTP2' })])))).toBe(502);
  });

  test('nothing at all when its security group lets nobody in', () => {
    expect(fate(ask(aWorld([webInstances(1), shut, balancer({ SecurityGroups: [{ Ref: 'Shut' }] })])))).toBe('timeout');
  });

  test('no connection when there is no load balancer', () => {
    expect(fate(ask(aWorld([{}])))).toBe('refused');
  });

  test('503 of a program that has as many requests in flight as it takes', () => {
    const world = aWorld([webInstances(1)], { application: anApplication({ tier: { maxInFlight: 3 } }) });
    const statuses: (number | string)[] = [];
    for (let i = 0; i < 5; i++) {
      world.request({ method: 'GET', path: '/page' }, 0, (outcome) => statuses.push(fate(outcome)));
    }
    world.advance(1);
    expect(statuses.sort()).toEqual([200, 200, 200, 503, 503]);
  });

  test('a call between tiers goes through it again, and a customer hears 500 when that call fails', () => {
    expect(fate(ask(aWorld([webInstances(1), backTier()]), '/buy'))).toBe(200);
    const { Back, ...without } = backTier();
    const deaf = { ...Back?.Properties, Tags: [] };
    const world = aWorld([webInstances(1), without, { Back: { Type: 'AWS::EC2::Instance', Properties: deaf } }]);
    expect(fate(ask(world, '/buy'))).toBe(500);
  });
});

describe('what it answers by itself', () => {
  const signIn = (type: string, config: string, otherwise?: string) => [
    { Type: type, [config]: otherwise === undefined ? {} : { OnUnauthenticatedRequest: otherwise } },
    forward(['WebTargets', 1]),
  ];
  const redirect = (code: string) => [{ Type: 'redirect', RedirectConfig: { StatusCode: code, Protocol: 'HTTPS' } }];

  test.each([
    ['a fixed response', [fixed(410)], 410],
    ['a lasting redirect', redirect('HTTP_301'), 301],
    ['a redirect for now', redirect('HTTP_302'), 302],
    ['somebody who has to sign in is sent away', signIn('authenticate-oidc', 'AuthenticateOidcConfig'), 302],
    ['or refused', signIn('authenticate-cognito', 'AuthenticateCognitoConfig', 'deny'), 401],
    ['or let through', signIn('authenticate-oidc', 'AuthenticateOidcConfig', 'allow'), 200],
    ['a token that nobody has', [{ Type: 'jwt-validation' }, forward(['WebTargets', 1])], 401],
  ])('%s', (_what, actions, status) => {
    expect(fate(ask(aWorld([webInstances(1), listener(...actions)])))).toBe(status);
  });

  const classes = (parts: Parameters<typeof aWorld>[0]) => {
    const world = aWorld(parts);
    world.plan(() => 1);
    world.advance(120);
    const { expected, fast, faulty } = world.counts(0);
    return { right: fast / expected, wrong: faulty / expected };
  };

  test.each([
    ['a redirect', redirect('HTTP_301')],
    ['a page with status 200', [fixed(200)]],
    ['a page with status 404', [fixed(404)]],
  ])('%s is a wrong answer to customers', (_what, actions) => {
    expect(classes([webInstances(1), listener(...actions)])).toEqual({ right: 0, wrong: 1 });
  });

  test('the answer of another program is wrong too, whatever else it says yes to', () => {
    const parts: Parameters<typeof aWorld>[0] = [webInstances(1), backTier(), listener(forward(['BackTargets', 1]))];
    expect(fate(ask(aWorld(parts), '/health'))).toBe(200);
    expect(classes(parts)).toEqual({ right: 0, wrong: 1 });
  });
});

describe('how long it waits', () => {
  const patient = { bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 300_000 } };
  const slow = { ...patient, application: anApplication({ cpuMs: 90_000 }), variation: 'fixed' } as const;
  const hangs = { ...patient, application: anApplication({ tier: { leakPerRequestKib: 16 * 1024 * 1024 } }) };
  /** Seconds until the answer. */
  const waited = (world: World, path = '/page') => {
    const outcome = ask(world, path);
    return 'lost' in outcome ? outcome : { status: outcome.status, seconds: Math.round(outcome.latencyMs / 1000) };
  };

  test('504 after ten seconds when a target cannot be connected to', () => {
    expect(waited(aWorld([webInstances(1, behindShut), shut], patient))).toEqual({ status: 504, seconds: 10 });
  });

  test('504 after its idle timeout of a minute when a target is slower', () => {
    expect(waited(aWorld([webInstances(1)], slow))).toEqual({ status: 504, seconds: 60 });
  });

  test('504 after its idle timeout when a target hangs', () => {
    const world = aWorld([webInstances(1), idleTimeout(20)], hangs);
    ask(world);
    expect(waited(world)).toEqual({ status: 504, seconds: 20 });
  });

  test('a longer idle timeout lets a slow target answer', () => {
    expect(waited(aWorld([webInstances(1), idleTimeout(4000)], slow))).toEqual({ status: 200, seconds: 100 });
  });

  test('a program whose call cannot be delivered fails after ten seconds, one whose call is not answered after the idle timeout', () => {
    const { Back, ...without } = backTier();
    const deaf = { ...Back?.Properties, ...behindShut };
    const unreachable = { Back: { Type: 'AWS::EC2::Instance', Properties: deaf } };
    const far = waited(aWorld([webInstances(1), without, shut, unreachable], patient), '/buy');
    expect(far).toEqual({ status: 504, seconds: 10 });
    const world = aWorld([webInstances(1), backTier(), idleTimeout(20)], patient);
    world.inflict({ kind: 'latency', tier: 'back', addedMs: 50_000 }, 600);
    expect(waited(world, '/buy')).toEqual({ status: 504, seconds: 20 });
  });

  test('customers who wait less give up first, and the server goes on working', () => {
    const world = aWorld([webInstances(1)], { application: anApplication({ cpuMs: 20_000 }) });
    expect(fate(ask(world))).toBe('timeout');
    expect(world.inFlight).toBe(1);
  });
});
