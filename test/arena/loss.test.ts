import { Random } from '../../lib/arena/clock/random';
import { World } from '../../lib/arena/world';
import { erlangB, lossOfMM1K, presentInMM1K } from './closed-formulas';
import { measure, within3Percent, type Vcpus } from './one-instance';
import { anApplication, anArchitecture, backTier, webGroup, webInstances, webService } from './tiny';

describe('a server that takes no more than it has room for loses as many as queueing theory says', () => {
  test.each<[string, Vcpus, number, number, number, number]>([
    ['M/M/2/2 at 1.6 erlang (Erlang B)', 2, 0.8, 2, erlangB(2, 1.6), 1.6 * (1 - erlangB(2, 1.6))],
    ['M/M/4/4 at 3.2 erlang (Erlang B)', 4, 0.8, 4, erlangB(4, 3.2), 3.2 * (1 - erlangB(4, 3.2))],
    ['M/M/1/8 at 90 %', 1, 0.9, 8, lossOfMM1K(8, 0.9), presentInMM1K(8, 0.9)],
    ['M/M/1/8 at 150 %', 1, 1.5, 8, lossOfMM1K(8, 1.5), presentInMM1K(8, 1.5)],
  ])('%s', (_name, vcpus, load, room, loss, present) => {
    const measured = measure(vcpus, 'exponential', load, 300_000, room);
    within3Percent(measured.lost, loss);
    within3Percent(measured.present, present);
    within3Percent(measured.present, measured.expectedPresent);
  });
});

describe('Little’s law holds for a whole architecture: who waits is who comes, times how long an answer takes', () => {
  const provisioned = { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 30 } };
  test.each<[string, ReturnType<typeof anArchitecture>]>([
    ['a group, an instance and a table', anArchitecture(webGroup(), backTier())],
    ['tasks, an instance and a table that throttles', anArchitecture(webService(), backTier(provisioned))],
    ['small instances that fall behind', anArchitecture(webInstances(2, { InstanceType: 't3.nano' }), backTier())],
  ])('%s', (_name, architecture) => {
    const world = new World({
      application: anApplication({ cpuMs: 30 }),
      architecture,
      seed: 5,
      bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 3000 },
    });
    const random = new Random(17, 1);
    const [seconds, perSecond, spacing] = [3000, 40, 0.05];
    let [looks, seen, asked, secondsWaited] = [0, 0, 0, 0];
    let nextAt = random.exponential() / perSecond;
    for (let look = spacing; look < seconds; look += spacing) {
      for (; nextAt < look; nextAt += random.exponential() / perSecond) {
        world.advance(nextAt);
        const sentAt = nextAt;
        asked += 1;
        const path = random.next() < 0.5 ? '/page' : '/buy';
        world.request({ method: 'GET', path }, nextAt, () => (secondsWaited += world.now - sentAt));
      }
      world.advance(look);
      looks += 1;
      seen += world.waiting;
    }
    world.advance(seconds + 60);
    // Health checks wait a little too.
    within3Percent(seen / looks, ((asked / seconds) * secondsWaited) / asked);
    expect(seen / looks).toBeGreaterThan(1);
  });
});
