import type { Mutation } from './mutation';

const healthChecks = 'test/arena/balancing/health-checks.test.ts';
const draining = 'test/arena/balancing/draining.test.ts';
const scalingGroup = 'test/arena/fleets/scaling-group.test.ts';
const tracking = 'test/arena/fleets/target-tracking.test.ts';
const credits = 'test/arena/servers/credits.test.ts';

export const mutations: readonly Mutation[] = [
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
    id: 'credits never run out',
    file: 'lib/arena/servers/credits.ts',
    find: 'return Math.min(1, this.burst.baseline + this.balance / (slopeMinutes * this.vcpus));',
    replace: 'return 1;',
    tests: credits,
    test: 'under load a standard instance becomes slow when its credits are spent',
  },
];
