import type { Mutation } from './mutation';

const healthChecks = 'test/arena/balancing/health-checks.test.ts';
const draining = 'test/arena/balancing/draining.test.ts';
const choosing = 'test/arena/balancing/choosing.test.ts';
const balancingZones = 'test/arena/balancing/zones.test.ts';
const answers = 'test/arena/balancing/answers.test.ts';

/** Rules of load balancers. */
export const balancingMutations: readonly Mutation[] = [
  {
    id: 'health-check threshold ignored',
    file: 'lib/arena/balancing/health.ts',
    find: 'target.fails >= health.unhealthyThreshold',
    replace: 'target.fails >= 1',
    tests: healthChecks,
    test: 'health checks take a target out after as many failures as the threshold says, not before',
  },
  {
    id: 'fail-open missing',
    file: 'lib/arena/balancing/eligible.ts',
    find: '? present : healthy',
    replace: '? healthy : healthy',
    tests: healthChecks,
    test: 'health checks that all fail leave every target in use: fail-open',
  },
  {
    id: 'drain skipped',
    file: 'lib/arena/balancing/group.ts',
    find: 'simulation.now + this.settings.deregistrationDelaySeconds',
    replace: 'simulation.now',
    tests: draining,
    test: 'a target that leaves ends what it has in flight, and gets nothing new',
  },
  {
    id: 'healthy threshold ignored',
    file: 'lib/arena/balancing/health.ts',
    find: "target.state === 'initial' ? 1 : health.healthyThreshold",
    replace: '1',
    tests: healthChecks,
    test: 'health checks bring it back after as many passes as the threshold says',
  },
  {
    id: 'health-check timeout ignored',
    file: 'lib/arena/balancing/group.ts',
    find: 'simulation.after(health.timeoutSeconds, () => visits',
    replace: 'simulation.after(health.intervalSeconds, () => visits',
    tests: healthChecks,
    test: 'health checks fail when the answer comes after their timeout',
  },
  {
    id: 'slow start ignored',
    file: 'lib/arena/balancing/group.ts',
    find: 'isHealthy(target) && others ? now + this.settings.slowStartSeconds : 0',
    replace: '0',
    tests: choosing,
    test: 'slow start gives a newly healthy target its share little by little',
  },
  {
    id: 'least outstanding requests ignored',
    file: 'lib/arena/balancing/group.ts',
    find: "settings.algorithm === 'round_robin'",
    replace: 'true',
    tests: choosing,
    test: 'least outstanding requests avoids a target that does not answer, round robin does not',
  },
  {
    id: 'cross-zone ignored',
    file: 'lib/arena/balancing/group.ts',
    find: 'settings.crossZone ? this.everywhere : this.inZone[zone]',
    replace: 'this.everywhere',
    tests: balancingZones,
    test: 'across zones unless the target group keeps requests in the zone of the node that took them',
  },
  {
    id: 'idle timeout ignored',
    file: 'lib/arena/flow.ts',
    find: 'time - work.begunAt > this.idleTimeoutSeconds',
    replace: 'false',
    tests: answers,
    test: 'how long it waits 504 after its idle timeout of a minute when a target is slower',
  },
];
