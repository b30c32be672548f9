import { World } from '../../lib/arena/world';
import { anApplication, anArchitecture, ask, backTier, fate, serverIds, states, theEdge, webInstances } from './tiny';

type Parts = Parameters<typeof anArchitecture>;
const aWorld = (parts: Parts, application = anApplication()) =>
  new World({ application, architecture: anArchitecture(...parts), seed: 1 });
const stopOne = { kind: 'instance-stop', tier: 'web' } as const;

describe('what the load balancer answers', () => {
  test('a request is served by a registered target', () => {
    expect(ask(aWorld([webInstances(1)]))).toMatchObject({ status: 200, servedBy: 'Web0-1' });
  });

  test('503 when nobody is registered', () => {
    expect(fate(ask(aWorld([theEdge()])))).toBe(503);
  });

  test('what the listener says when no rule forwards', () => {
    const parts = webInstances(1);
    const closed = {
      Listener: {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        Properties: {
          LoadBalancerArn: { Ref: 'Balancer' },
          Port: 80,
          DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '410' } }],
        },
      },
    };
    expect(fate(ask(aWorld([parts, closed])))).toBe(410);
  });

  test('404 from a server that runs another program', () => {
    expect(fate(ask(aWorld([webInstances(1)]), '/stock'))).toBe(404);
  });

  test('502 from a target that does not listen yet', () => {
    const world = aWorld([webInstances(1)]);
    world.update(anArchitecture(webInstances(1, { UserData: 'another program' })));
    world.advance(16);
    expect(fate(ask(world))).toBe(502);
    world.advance(120);
    expect(fate(ask(world))).toBe(200);
  });

  test('nothing at all when its security group lets nobody in, and targets that cannot be reached turn unhealthy', () => {
    const shut = { Type: 'AWS::EC2::SecurityGroup', Properties: {} };
    const world = aWorld([webInstances(1), { Shut: shut, Balancer: balancerWith('Shut') }]);
    expect(fate(ask(world))).toBe('timeout');
    const inner = aWorld([
      webInstances(1, { SecurityGroupIds: [{ 'Fn::GetAtt': ['Shut', 'GroupId'] }] }),
      { Shut: shut },
    ]);
    expect(fate(ask(inner))).toBe('timeout');
    inner.advance(60);
    expect(states(inner)).toEqual(['unhealthy']);
  });

  test('no connection when there is no load balancer', () => {
    expect(fate(ask(aWorld([{}])))).toBe('refused');
  });

  test('503 of a program that has as many requests in flight as it takes', () => {
    const world = aWorld([webInstances(1)], anApplication({ tier: { maxInFlight: 3 } }));
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

function balancerWith(group: string) {
  return {
    Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    Properties: {
      Subnets: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }],
      SecurityGroups: [{ 'Fn::GetAtt': [group, 'GroupId'] }],
    },
  };
}

describe('health checks', () => {
  const hangs = { leakPerRequestKib: 16 * 1024 * 1024 };

  test('take a target out after as many failures as the threshold says, not before', () => {
    const world = aWorld([webInstances(2)], anApplication({ tier: hangs }));
    ask(world);
    // Interval 10 s, timeout 5 s, three failures: between 25 and 35 s, and as long as one interval longer for the phase.
    world.advance(20);
    expect(states(world)).toEqual(['healthy', 'healthy']);
    world.advance(48);
    expect(states(world).sort()).toEqual(['healthy', 'unhealthy']);
  });

  test('bring it back after as many passes as the threshold says', () => {
    const world = aWorld([webInstances(2, {}, { HealthCheckPath: '/ok', HealthyThresholdCount: 4 })]);
    world.advance(10);
    const start = world.inflict({ kind: 'zone-outage', zone: 0 }, 600);
    world.advance(100);
    expect(states(world)).toEqual(['unhealthy', 'healthy']);
    start();
    // 35 s until the program runs again, then the fourth pass comes 30 to 40 s later.
    world.advance(164);
    expect(states(world)).toEqual(['unhealthy', 'healthy']);
    world.advance(176);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('on a path that needs no work notice nothing of a process that hangs', () => {
    const world = aWorld([webInstances(1, {}, { HealthCheckPath: '/ok' })], anApplication({ tier: hangs }));
    ask(world);
    world.advance(300);
    expect(states(world)).toEqual(['healthy']);
    expect(fate(ask(world))).toBe('timeout');
  });

  test('on a path that the application does not have never pass', () => {
    const world = aWorld([webInstances(1, {}, { HealthCheckPath: '/nowhere' })]);
    world.advance(60);
    expect(states(world)).toEqual(['unhealthy']);
  });

  test('accept what their matcher says', () => {
    const world = aWorld([webInstances(1, {}, { HealthCheckPath: '/nowhere', Matcher: { HttpCode: '200-499' } })]);
    world.advance(60);
    expect(states(world)).toEqual(['healthy']);
  });

  test('that all fail leave every target in use: fail-open', () => {
    const world = aWorld([webInstances(2, {}, { HealthCheckPath: '/nowhere' })]);
    world.advance(60);
    expect(states(world)).toEqual(['unhealthy', 'unhealthy']);
    expect(fate(ask(world))).toBe(200);
  });
});

describe('choosing a target', () => {
  const servedBy = (world: World, requests: number): string[] => {
    const names: string[] = [];
    for (let i = 0; i < requests; i++) {
      world.request({ method: 'GET', path: '/page' }, world.now, (outcome) => {
        names.push('lost' in outcome ? outcome.lost : String(outcome.servedBy));
      });
    }
    world.advance(world.now + 10);
    return names;
  };

  test('round robin takes turns', () => {
    const names = servedBy(aWorld([webInstances(3)]), 30);
    expect(names.filter((name) => name === 'Web1-1')).toHaveLength(10);
  });

  test('least outstanding requests avoids a target that does not answer, round robin does not', () => {
    const least = [{ Key: 'load_balancing.algorithm.type', Value: 'least_outstanding_requests' }];
    const timeouts = (attributes: object[]) => {
      const world = aWorld([webInstances(2, {}, { TargetGroupAttributes: attributes })]);
      world.inflict({ kind: 'instance-hang', tier: 'web' }, 60);
      let count = 0;
      for (let i = 0; i < 20; i++) {
        world.request({ method: 'GET', path: '/page' }, world.now, (outcome) => {
          if (fate(outcome) === 'timeout') count += 1;
        });
        world.advance(world.now + 0.1);
      }
      world.advance(world.now + 10);
      return count;
    };
    expect(timeouts([])).toBe(10);
    expect(timeouts(least)).toBeLessThan(3);
  });

  test('a target that leaves ends what it has in flight, and gets nothing new', () => {
    const slow = anApplication({ cpuMs: 2000 });
    const world = aWorld([webInstances(2)], slow);
    const outcomes: (number | string)[] = [];
    const send = () => world.request({ method: 'GET', path: '/page' }, world.now, (each) => outcomes.push(fate(each)));
    send();
    send();
    world.update(anArchitecture(webInstances(1)));
    expect(states(world).sort()).toEqual(['draining', 'healthy']);
    world.advance(6);
    expect(outcomes).toEqual([200, 200]);
    expect(serverIds(world)).toEqual(['Web0-1']);
  });

  test('what is not done when the deregistration delay is over fails', () => {
    const world = new World({
      application: anApplication({ cpuMs: 2500 }),
      architecture: anArchitecture(webInstances(2, {}, { TargetGroupAttributes: [delay(1)] })),
      seed: 1,
      variation: 'fixed',
    });
    const outcomes: (number | string)[] = [];
    for (let i = 0; i < 2; i++) {
      world.request({ method: 'GET', path: '/page' }, 0, (each) => outcomes.push(fate(each)));
    }
    world.update(anArchitecture(webInstances(1, {}, { TargetGroupAttributes: [delay(1)] })));
    world.advance(1.5);
    expect(outcomes).toEqual([502]);
    world.advance(3.2);
    expect(outcomes).toEqual([502, 200]);
  });
});

const delay = (seconds: number) => ({ Key: 'deregistration_delay.timeout_seconds', Value: String(seconds) });

test('a stopped instance is no longer used after its next health check', () => {
  const world = aWorld([webInstances(2)]);
  world.inflict(stopOne, 600);
  world.advance(11);
  expect(states(world).sort()).toEqual(['healthy', 'unused']);
  expect(fate(ask(world))).toBe(200);
});

test('the client gives up after its timeout, and the server goes on working', () => {
  const world = aWorld([webInstances(1)], anApplication({ cpuMs: 20_000 }));
  expect(fate(ask(world))).toBe('timeout');
  expect(world.inFlight).toBe(1);
});
