import type { Fault } from '../../core/experiments/fault';
import type { Random } from '../clock/random';
import type { Server } from '../servers/server';
import { all, running, type Exposed, type Heal } from './exposed';
import { stopInstance, stopSync, stopTask, stress, terminateInstance } from './server-faults';
import { serversOf, targetsOf } from './targets';

/**
 * Brings a fault upon the world. One instance or task of a tier is hit, by lot, or all that run now, or a zone, or the tier whoever runs
 * it (see `Fault`). Faults of one kind that overlap add up and end one by one. One that hits nobody does no harm, and is written down.
 */
export function inflict(world: Exposed, random: Random, fault: Fault): Heal {
  const { stack, flow, servers } = world;
  if (targetsOf(world, fault).length === 0) {
    world.note(subjectOf(fault), `${fault.kind} found no target`);
    return () => undefined;
  }
  const one = (hit: (world: Exposed, server: Server) => Heal): Heal => {
    const candidates = serversOf(world, fault);
    return hit(world, candidates[Math.floor(random.next() * candidates.length)] as Server);
  };
  switch (fault.kind) {
    case 'instance-stop':
      return one(stopInstance);
    case 'instance-terminate':
      return one(terminateInstance);
    case 'instance-hang':
      return one((_world, server) => servers.freeze(server));
    case 'host-loss':
      return one((_world, server) => servers.loseHost(server));
    case 'task-stop':
      return one(stopTask);
    case 'sync-stop':
      return one(stopSync);
    case 'zone-outage':
      stack.setZone(fault.zone, true);
      return () => stack.setZone(fault.zone, false);
    case 'capacity-error':
      servers.setCapacity(fault.zone, false);
      return () => servers.setCapacity(fault.zone, true);
    case 'cpu-stress':
      return stress(running(world, fault.tier), fault.load);
    case 'latency':
      return all(running(world, fault.tier).map(({ link }) => link.slowDown(fault.addedMs / 1000)));
    case 'packet-loss':
      return all(running(world, fault.tier).map(({ link }) => link.lose(fault.share)));
    case 'dependency-slow':
      return flow.calls.dependencies.slowDown(fault.tier, fault.addedMs / 1000);
    case 'dependency-down':
      return flow.calls.dependencies.takeDown(fault.tier);
    case 'bad-deployment':
      return stack.deployBroken(fault.tier);
    case 'table-throttling':
      return stack.stores.throttle(fault.table, fault.share);
    case 'access-lost':
      return stack.shutOut(stack.doorsOf(fault.tier));
    case 'nat-loss':
      return stack.loseNat();
    case 'queue-unreachable':
      return stack.stores.cutOff(fault.queue);
    case 'poison-messages':
      return stack.stores.poison(fault.queue, fault.messages);
    case 'consumer-stop':
      return stack.stores.stopConsumer(fault.tier);
  }
}

const subjectOf = (fault: Fault): string =>
  'tier' in fault
    ? fault.tier
    : 'table' in fault
      ? fault.table
      : 'queue' in fault
        ? fault.queue
        : 'zone' in fault
          ? `zone ${fault.zone}`
          : 'the network';
