import type { Mutation } from './mutation';

const scalingGroup = 'test/arena/fleets/scaling-group.test.ts';
const tracking = 'test/arena/fleets/target-tracking.test.ts';
const deployment = 'test/arena/fleets/deployment.test.ts';
const service = 'test/arena/fleets/service.test.ts';
const refresh = 'test/arena/fleets/refresh.test.ts';
const fleetZones = 'test/arena/fleets/zones.test.ts';
const statusChecks = 'test/arena/servers/status-checks.test.ts';

/** Rules of Auto Scaling groups and ECS services. */
export const fleetMutations: readonly Mutation[] = [
  {
    id: 'grace ignored',
    file: 'lib/arena/fleets/member.ts',
    find: 'now - inServiceAt < graceSeconds',
    replace: 'now - inServiceAt < 0',
    tests: scalingGroup,
    test: 'an Auto Scaling group does not judge a new instance before its grace is over',
  },
  {
    id: 'scale-in as fast as scale-out',
    file: 'lib/arena/fleets/tracking.ts',
    find: 'const inMinutes = 15;',
    replace: 'const inMinutes = outMinutes;',
    tests: tracking,
    test: 'an Auto Scaling group scales in only after fifteen quiet minutes',
  },
  {
    id: 'warm-up ignored',
    file: 'lib/arena/fleets/tracking.ts',
    find: '!warming && ',
    replace: '',
    tests: tracking,
    test: 'an Auto Scaling group does not scale in while an instance warms up',
  },
  {
    id: 'scale-out at once',
    file: 'lib/arena/fleets/tracking.ts',
    find: 'const outMinutes = 3;',
    replace: 'const outMinutes = 1;',
    tests: tracking,
    test: 'an Auto Scaling group scales out after three minutes above its target, and no further than its maximum',
  },
  {
    id: 'maximum size ignored',
    file: 'lib/arena/fleets/fleet.ts',
    find: 'Math.min(max, Math.max(min, count))',
    replace: 'Math.max(min, count, 0 * max)',
    tests: tracking,
    test: 'an Auto Scaling group scales out after three minutes above its target, and no further than its maximum',
  },
  {
    id: 'scale-in of one policy is enough',
    file: 'lib/arena/fleets/scaling.ts',
    find: '(count > fleet.capacity || !unready)',
    replace: '(count > fleet.capacity || unready || !unready)',
    tests: tracking,
    test: 'an Auto Scaling group with two policies scales out as either wants, and in only when both do',
  },
  {
    id: 'health-check type ignored',
    file: 'lib/arena/fleets/scaling-group.ts',
    find: "this.group.healthCheck === 'ELB' ? this.group.targetGroups : []",
    replace: 'this.group.targetGroups',
    tests: scalingGroup,
    test: 'an Auto Scaling group leaves it alone when it only looks at the instance',
  },
  {
    id: 'zones not rebalanced',
    file: 'lib/arena/fleets/zones.ts',
    find: 'Math.max(...counts) - Math.min(...counts)',
    replace: '0',
    tests: fleetZones,
    test: 'an Auto Scaling group spreads over a zone that it gets, and over one that comes back',
  },
  {
    id: 'refresh of all at once',
    file: 'lib/arena/fleets/refresh.ts',
    find: 'Math.min(Math.ceil((desired * minPercent) / 100), most(desired) - 1)',
    replace: '0',
    tests: refresh,
    test: 'a new launch template comes in without failing a single request',
  },
  {
    id: 'refresh without warm-up',
    file: 'lib/arena/fleets/refresh.ts',
    find: 'readySeconds: warmupSeconds, checksHealth: true',
    replace: 'readySeconds: 0, checksHealth: true',
    tests: refresh,
    test: 'a new launch template replaces one instance at a time by default, and waits until the new one is warmed up',
  },
  {
    id: 'circuit breaker ignored',
    file: 'lib/arena/fleets/deployment.ts',
    find: 'deployment.failures >= failureThreshold(breaker, desired)',
    replace: 'false',
    tests: deployment,
    test: 'a deployment whose program ends right after its start is rolled back by a circuit breaker after three failed tasks',
  },
  {
    id: 'minimum healthy percent ignored',
    file: 'lib/arena/fleets/service.ts',
    find: 'Math.ceil((this.desired * this.service.deployment.minPercent) / 100)',
    replace: '0',
    tests: deployment,
    test: 'a deployment that may neither stop nor start a task never gets anywhere',
  },
  {
    id: 'maximum percent ignored',
    file: 'lib/arena/fleets/service.ts',
    find: 'Math.max(this.desired, Math.floor((this.desired * this.service.deployment.maxPercent) / 100))',
    replace: '4 * this.desired',
    tests: deployment,
    test: 'a deployment that may neither stop nor start a task never gets anywhere',
  },
  {
    id: 'scale-in during a deployment',
    file: 'lib/arena/fleets/service.ts',
    find: "return this.deployment.state !== 'in-progress';",
    replace: 'return true;',
    tests: service,
    test: 'a service does not scale in while a deployment is in progress',
  },
  {
    id: 'status checks ignored',
    file: 'lib/arena/fleets/member.ts',
    find: 'server.failedCheck !== undefined && now - server.downSince >= statusCheckSeconds',
    replace: 'server.failedCheck !== undefined && now < 0',
    tests: statusChecks,
    test: 'a frozen instance is replaced by its Auto Scaling group, also with EC2 health checks only',
  },
];
