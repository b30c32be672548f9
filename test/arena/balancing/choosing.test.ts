import { anArchitecture, webInstances } from '../tiny';
import { attributes, aWorld, elb, forward, listener, sendMany, tallied } from './parts';

const servedBy = (world: Parameters<typeof sendMany>[0], requests: number, seconds = 1) =>
  tallied(sendMany(world, requests, seconds).map((each) => each.servedBy));

test('round robin takes turns', () => {
  expect(servedBy(aWorld([webInstances(3)]), 30)).toEqual({ 'Web0-1': 10, 'Web1-1': 10, 'Web2-1': 10 });
});

test('least outstanding requests avoids a target that does not answer, round robin does not', () => {
  const timeouts = (algorithm: string) => {
    const world = aWorld([webInstances(2, {}, attributes({ 'load_balancing.algorithm.type': algorithm }))]);
    world.inflict({ kind: 'instance-hang', tier: 'web' }, 60);
    return tallied(sendMany(world, 20, 2).map(({ fate }) => fate))['timeout'] ?? 0;
  };
  expect(timeouts('round_robin')).toBe(10);
  expect(timeouts('least_outstanding_requests')).toBeLessThan(3);
});

describe('slow start', () => {
  const slowly = (algorithm: string) =>
    attributes({ 'slow_start.duration_seconds': 100, 'load_balancing.algorithm.type': algorithm });
  /** Share of the newcomer in the ten seconds from 60 s on, about 15 s after it became healthy, and long after that. */
  const shares = (group: object) => {
    const world = aWorld([webInstances(1, {}, { ...group })]);
    world.update(anArchitecture(webInstances(2, {}, { ...group })));
    world.advance(60);
    const early = servedBy(world, 400, 10)['Web1-1'] ?? 0;
    world.advance(160);
    return [early / 400, (servedBy(world, 400, 10)['Web1-1'] ?? 0) / 400];
  };

  test('gives a newly healthy target its share little by little', () => {
    const [early = 0, late] = shares(slowly('round_robin'));
    expect(early).toBeGreaterThan(0.03);
    expect(early).toBeLessThan(0.25);
    expect(late).toBe(0.5);
  });

  test('is not there by default, nor with least outstanding requests', () => {
    expect(shares({})).toEqual([0.5, 0.5]);
    expect(shares(slowly('least_outstanding_requests'))[0]).toBeGreaterThan(0.4);
  });

  test('leaves alone targets that were healthy when it was switched on, and the first of all', () => {
    const world = aWorld([webInstances(2)]);
    world.update(anArchitecture(webInstances(2, {}, slowly('round_robin'))));
    world.advance(30);
    expect(servedBy(world, 40)).toEqual({ 'Web0-1': 20, 'Web1-1': 20 });
    const fresh = aWorld([webInstances(0, {}, slowly('round_robin'))]);
    fresh.update(anArchitecture(webInstances(1, {}, slowly('round_robin'))));
    fresh.advance(10);
    fresh.update(anArchitecture(webInstances(2, {}, slowly('round_robin'))));
    // The second is healthy ten seconds after the first, from then on it begins slowly next to one that does not.
    fresh.advance(65);
    expect(servedBy(fresh, 100, 5)['Web1-1']).toBeLessThan(15);
  });
});

describe('weighted target groups', () => {
  const other = {
    OtherTargets: elb('TargetGroup', { Port: 80, HealthCheckPath: '/ok', Targets: [{ Id: { Ref: 'Web1' } }] }),
  };
  const { WebTargets, ...web } = webInstances(2);
  const one = { WebTargets: elb('TargetGroup', { ...WebTargets?.Properties, Targets: [{ Id: { Ref: 'Web0' } }] }) };
  const split = (...groups: Parameters<typeof forward>) => aWorld([web, one, other, listener(forward(...groups))]);

  test.each([
    [3, 1, { 'Web0-1': 30, 'Web1-1': 10 }],
    [0, 1, { 'Web1-1': 40 }],
    [999, 999, { 'Web0-1': 20, 'Web1-1': 20 }],
  ])('%i to %i', (first, second, served) => {
    expect(servedBy(split(['WebTargets', first], ['OtherTargets', second]), 40)).toEqual(served);
  });

  test('one that has nobody keeps its share, and answers 503', () => {
    const fates = sendMany(split(['WebTargets', 1], ['Elsewhere', 1]), 20, 1).map(({ fate }) => fate);
    expect(tallied(fates)).toEqual({ 200: 10, 503: 10 });
  });

  test('without any weight nobody gets anything', () => {
    const fates = sendMany(split(['WebTargets', 0], ['OtherTargets', 0]), 5, 1).map(({ fate }) => fate);
    expect(tallied(fates)).toEqual({ 503: 5 });
  });
});
