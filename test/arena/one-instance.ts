import { Random } from '../../lib/arena/clock/random';
import type { Variation } from '../../lib/arena/flow';
import { World } from '../../lib/arena/world';
import { anApplication, anArchitecture, webInstances } from './tiny';

const serviceMs = 20;
/** Of the sixth generation, which both types are. */
const speed = 0.9;
const typeWith = { 1: 'm6g.medium', 2: 'm6i.large', 4: 'm6i.xlarge' } as const;
export type Vcpus = keyof typeof typeWith;

interface Measured {
  /** Mean time in the system, in service times. */
  readonly times: number;
  /** Shares of arrivals that found every vCPU taken, and that were turned away. */
  readonly waiting: number;
  readonly lost: number;
  /** Mean number in the server, counted at a steady pace. */
  readonly present: number;
  /** What Little's law says that it is: what comes in, times how long it stays. */
  readonly expectedPresent: number;
}

/** Poisson arrivals, one by one, at one instance through the whole arena. @param room most requests in flight */
export function measure(vcpus: Vcpus, variation: Variation, load: number, counted: number, room = Infinity): Measured {
  const world = new World({
    application: anApplication({ cpuMs: serviceMs * speed, tier: { maxInFlight: room } }),
    // Checks are so rare that they do not count.
    architecture: anArchitecture(
      webInstances(1, { InstanceType: typeWith[vcpus] }, { HealthCheckIntervalSeconds: 300 }),
    ),
    seed: 7,
    variation,
    hopMs: 0,
    bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 60_000 },
  });
  const random = new Random(11, 1);
  const perSecond = (load * vcpus * 1000) / serviceMs;
  const warm = 5_000;
  const spacing = 0.103;
  let [at, nextLook, looks, seen] = [0, 0, 0, 0];
  let [totalMs, answered, waiting, lost] = [0, 0, 0, 0];
  const begunAt = { warm: 0 };
  const page = { method: 'GET', path: '/page' };
  for (let i = 0; i < warm + counted; i++) {
    at += random.exponential() / perSecond;
    if (i === warm) nextLook = begunAt.warm = at;
    for (; i >= warm && nextLook < at; nextLook += spacing) {
      world.advance(nextLook);
      looks += 1;
      seen += world.inFlight;
    }
    world.advance(at);
    if (i >= warm && world.inFlight >= vcpus) waiting += 1;
    world.request(page, at, (outcome) => {
      if (i < warm) return;
      if ('lost' in outcome || outcome.status !== 200) lost += 1;
      else {
        totalMs += outcome.latencyMs;
        answered += 1;
      }
    });
  }
  const spanSeconds = at - begunAt.warm;
  world.advance(at + 60);
  expect(answered + lost).toBe(counted);
  const meanMs = totalMs / answered;
  return {
    times: meanMs / serviceMs,
    waiting: waiting / counted,
    lost: lost / counted,
    present: seen / looks,
    expectedPresent: ((answered / spanSeconds) * meanMs) / 1000,
  };
}

export const within3Percent = (measured: number, theory: number): void => {
  expect(measured / theory).toBeGreaterThan(0.97);
  expect(measured / theory).toBeLessThan(1.03);
};
