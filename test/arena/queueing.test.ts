import { Random } from '../../lib/arena/clock/random';
import { World } from '../../lib/arena/world';
import type { Variation } from '../../lib/arena/flow';
import { anApplication, anArchitecture, webInstances } from './tiny';

/** Mean time in the system of many Poisson arrivals at one server, in service times; also the mean number that are in it. */
function measure(type: string, variation: Variation, load: number) {
  const serviceMs = 20;
  const speed = 0.9;
  const vcpus = type.endsWith('.medium') ? 1 : 2;
  const world = new World({
    application: anApplication({ cpuMs: serviceMs * speed, tier: { maxInFlight: Infinity } }),
    // Checks are so rare that they do not count.
    architecture: anArchitecture(webInstances(1, { InstanceType: type }, { HealthCheckIntervalSeconds: 300 })),
    seed: 7,
    variation,
    hopMs: 0,
    bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 60_000 },
  });
  const random = new Random(11, 1);
  const perSecond = (load * vcpus * 1000) / serviceMs;
  const [warm, counted] = [5_000, 300_000];
  let [at, total, answered, present] = [0, 0, 0, 0];
  for (let i = 0; i < warm + counted; i++) {
    at += random.exponential() / perSecond;
    world.advance(at);
    if (i >= warm) present += world.inFlight;
    world.request({ method: 'GET', path: '/page' }, at, (outcome) => {
      if (i < warm || 'lost' in outcome) return;
      total += outcome.latencyMs;
      answered += 1;
    });
  }
  world.advance(at + 60);
  expect(answered).toBe(counted);
  const meanMs = total / counted;
  return { times: meanMs / serviceMs, present: present / counted, expectedPresent: (perSecond * meanMs) / 1000 };
}

/** Erlang C: probability that an arrival has to wait, with `c` servers and `a` erlang. */
function erlangC(c: number, a: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; k < c; k++) {
    term *= a / k;
    sum += term;
  }
  const last = (term * a) / c / (1 - a / c);
  return last / (sum + last);
}

describe('the CPU queue keeps what queueing theory says', () => {
  test.each<[string, string, Variation, number, number]>([
    ['one vCPU, exponential work: M/M/1 at 70 %', 'm6g.medium', 'exponential', 0.7, 1 / (1 - 0.7)],
    ['one vCPU, equal work: M/D/1 at 70 %', 'm6g.medium', 'fixed', 0.7, 1 + 0.7 / (2 * (1 - 0.7))],
    ['one vCPU, gamma work of shape 4: M/G/1 at 70 %', 'm6g.medium', 'gamma', 0.7, 1 + (0.7 * 1.25) / (2 * (1 - 0.7))],
    ['two vCPUs: M/M/2 at 80 %', 'm6i.large', 'exponential', 0.8, 1 + erlangC(2, 1.6) / (2 - 1.6)],
  ])('%s', (_name, type, variation, load, times) => {
    const measured = measure(type, variation, load);
    expect(measured.times / times).toBeGreaterThan(0.97);
    expect(measured.times / times).toBeLessThan(1.03);
  });

  test('what arrivals find in the server is what comes in, times how long it stays (Little)', () => {
    const { present, expectedPresent } = measure('m6g.medium', 'gamma', 0.6);
    expect(present / expectedPresent).toBeGreaterThan(0.98);
    expect(present / expectedPresent).toBeLessThan(1.02);
  });
});
