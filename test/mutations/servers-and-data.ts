import type { Mutation } from './mutation';

const credits = 'test/arena/servers/credits.test.ts';
const table = 'test/arena/data/table.test.ts';
const network = 'test/arena/network.test.ts';
const boot = 'test/arena/servers/boot.test.ts';
const memory = 'test/arena/servers/memory.test.ts';

/** Rules of instances, their way out, and tables. */
export const serverAndDataMutations: readonly Mutation[] = [
  {
    id: 'credits never run out',
    file: 'lib/arena/servers/credits.ts',
    find: 'return Math.min(1, this.burst.baseline + this.balance / (slopeMinutes * this.vcpus));',
    replace: 'return 1;',
    tests: credits,
    test: 'under load a standard instance becomes slow when its credits are spent',
  },
  {
    id: 'burst missing',
    file: 'lib/arena/data/capacity.ts',
    find: 'this.saves ? burstSeconds : 1',
    replace: '1',
    tests: table,
    test: 'a provisioned table serves a burst out of what was not used in the last five minutes, then its rate',
  },
  {
    id: 'provisioned capacity without an end',
    file: 'lib/arena/data/capacity.ts',
    find: 'this.tokens >= units && this.partitionTokens >= units',
    replace: 'units > 0',
    tests: table,
    test: 'a provisioned table never serves more than its burst and its rate together',
  },
  {
    id: 'egress ignored',
    file: 'lib/architecture/ways-out.ts',
    find: "leavesBySubnet(network, from, state) && reaches(network, party(from), 'internet', port)",
    replace: 'leavesBySubnet(network, from, state)',
    tests: boot,
    test: 'a first boot needs a security group that lets it fetch its software: one that lets out into its own network only',
  },
  {
    id: 'NAT loss ignored',
    file: 'lib/architecture/ways-out.ts',
    find: '!state.natIsLost && !state.zoneIsOut(exit.zone)',
    replace: 'true',
    tests: network,
    test: 'a program that calls loses its way with the NAT gateway, by a fault or with its zone, and has it back with it',
  },
  {
    id: 'memory without an end',
    file: 'lib/arena/servers/server.ts',
    find: '(this.spec.tier?.memoryPerRequestKib ?? 0) + this.leakedKib > this.memoryKib',
    replace: '(this.spec.tier?.memoryPerRequestKib ?? 0) > this.memoryKib',
    tests: memory,
    test: 'memory that leaks away makes an instance hang: it accepts and never answers, but for paths that need no work',
  },
];
