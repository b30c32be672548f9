import type { Fault } from '../../core/experiments/fault';
import type { Random } from '../clock/random';
import type { Server } from '../servers/server';
import { all, draw, noTarget, running, type Exposed, type Heal } from './exposed';
import { stopInstance, stopTask, stress, terminateInstance } from './server-faults';

/**
 * Brings a fault upon the world. One instance or task of a tier is hit, by lot, or all that run now, or a zone, or the tier whoever runs
 * it (see `Fault`). Faults of one kind that overlap add up and end one by one.
 */
export function inflict(world: Exposed, random: Random, fault: Fault): Heal {
  const one = (tier: string, kind: 'instance' | 'task', hit: (server: Server) => Heal): Heal => {
    const server = draw(world, random, tier, kind);
    return server === undefined ? noTarget(world, tier, fault.kind) : hit(server);
  };
  const each = (tier: string, hit: (servers: readonly Server[]) => Heal): Heal => {
    const servers = running(world, tier);
    return servers.length === 0 ? noTarget(world, tier, fault.kind) : hit(servers);
  };
  switch (fault.kind) {
    case 'instance-stop':
      return one(fault.tier, 'instance', (server) => stopInstance(world, server));
    case 'instance-terminate':
      return one(fault.tier, 'instance', (server) => terminateInstance(world, server));
    case 'instance-hang':
      return one(fault.tier, 'instance', (server) => world.servers.freeze(server));
    case 'host-loss':
      return one(fault.tier, 'instance', (server) => world.servers.loseHost(server));
    case 'task-stop':
      return one(fault.tier, 'task', (server) => stopTask(world, server));
    case 'zone-outage':
      world.stack.setZone(fault.zone, true);
      return () => world.stack.setZone(fault.zone, false);
    case 'capacity-error':
      world.servers.setCapacity(fault.zone, false);
      return () => world.servers.setCapacity(fault.zone, true);
    case 'cpu-stress':
      return each(fault.tier, (servers) => stress(servers, fault.load));
    case 'latency':
      return each(fault.tier, (servers) => all(servers.map(({ link }) => link.slowDown(fault.addedMs / 1000))));
    case 'packet-loss':
      return each(fault.tier, (servers) => all(servers.map(({ link }) => link.lose(fault.share))));
    case 'dependency-slow':
      return each(fault.tier, () => world.flow.calls.dependencies.slowDown(fault.tier, fault.addedMs / 1000));
    case 'dependency-down':
      return each(fault.tier, () => world.flow.calls.dependencies.takeDown(fault.tier));
    case 'bad-deployment':
      return each(fault.tier, () => world.stack.deployBroken(fault.tier));
    case 'table-throttling':
      return world.stack.stores.throttle(fault.table, fault.share) ?? noTarget(world, fault.table, fault.kind);
    case 'access-lost':
      return world.stack.shutOut(fault.tier) ?? noTarget(world, fault.tier, fault.kind);
    case 'nat-loss':
      return world.stack.loseNat() ?? noTarget(world, 'NAT gateways', fault.kind);
    case 'consumer-stop':
      return world.stack.stores.stopConsumer(fault.tier) ?? noTarget(world, fault.tier, fault.kind);
  }
}
