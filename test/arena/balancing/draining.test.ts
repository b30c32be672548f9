import type { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, fate, serverIds, states, webInstances } from '../tiny';
import { attributes, aWorld, elb } from './parts';

const delay = (seconds: number) => attributes({ 'deregistration_delay.timeout_seconds': seconds });
const working = (cpuMs: number) => ({ application: anApplication({ cpuMs }), variation: 'fixed' }) as const;

/** Sends one request to each of two targets, and tells what comes of them. */
function inFlight(world: World): (number | string)[] {
  const outcomes: (number | string)[] = [];
  for (let i = 0; i < 2; i++) {
    world.request({ method: 'GET', path: '/page' }, world.now, (each) => outcomes.push(fate(each)));
  }
  return outcomes;
}

describe('a target that leaves', () => {
  test('ends what it has in flight, and gets nothing new', () => {
    const world = aWorld([webInstances(2)], working(1800));
    const outcomes = inFlight(world);
    world.update(anArchitecture(webInstances(1)));
    expect(states(world).sort()).toEqual(['draining', 'healthy']);
    world.advance(6);
    expect(outcomes).toEqual([200, 200]);
    expect(serverIds(world)).toEqual(['Web0-1']);
  });

  test('with nothing in flight leaves at once, however long the delay', () => {
    const world = aWorld([webInstances(2, {}, delay(300))]);
    world.update(anArchitecture(webInstances(1, {}, delay(300))));
    expect(serverIds(world)).toEqual(['Web0-1']);
  });

  test('is waited for only as long as the deregistration delay, then its requests get 502', () => {
    const world = aWorld([webInstances(2, {}, delay(1))], working(2300));
    const outcomes = inFlight(world);
    world.update(anArchitecture(webInstances(1, {}, delay(1))));
    world.advance(0.9);
    expect(outcomes).toEqual([]);
    world.advance(1.1);
    expect(outcomes).toEqual([502]);
    world.advance(3);
    expect(outcomes).toEqual([502, 200]);
  });

  test('but goes on running is cut off all the same', () => {
    const world = aWorld([webInstances(2, {}, delay(1))], working(2300));
    const outcomes = inFlight(world);
    const { WebTargets, ...web } = webInstances(2);
    const Targets = [{ Id: { Ref: 'Web0' } }];
    const left = { WebTargets: elb('TargetGroup', { ...WebTargets?.Properties, ...delay(1), Targets }) };
    world.update(anArchitecture(web, left));
    world.advance(1.1);
    expect(outcomes).toEqual([502]);
    expect(world.inFlight).toBe(2);
    world.advance(10);
    expect(outcomes).toEqual([502, 200]);
    expect(serverIds(world)).toHaveLength(2);
    expect(world.inFlight).toBe(0);
  });

  test('and comes back is a new one', () => {
    const world = aWorld([webInstances(2)], working(1800));
    inFlight(world);
    const { WebTargets, ...web } = webInstances(2);
    const none = { WebTargets: elb('TargetGroup', { ...WebTargets?.Properties, Targets: [] }) };
    world.update(anArchitecture(web, none));
    world.update(anArchitecture(webInstances(2)));
    expect(states(world).sort()).toEqual(['draining', 'draining', 'initial', 'initial']);
    world.advance(15);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });
});
