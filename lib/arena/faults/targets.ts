import type { Target } from '../../core/experiments/executor';
import type { Fault } from '../../core/experiments/fault';
import type { Server } from '../servers/server';
import { running, type Exposed } from './exposed';

/**
 * What a fault would hit now: for one by lot, all that the lot is drawn among. None: it would hit nobody, and an experiment that
 * proves nothing should not look like one that does.
 */
export function targetsOf(world: Exposed, fault: Fault): readonly Target[] {
  const { stack } = world;
  const { stores } = stack;
  switch (fault.kind) {
    case 'zone-outage':
      return stack.hasZone(fault.zone) ? [zone(fault.zone), ...serversOf(world, fault).map(named)] : [];
    case 'capacity-error':
      return stack.hasZone(fault.zone) ? [zone(fault.zone)] : [];
    case 'table-throttling': {
      const name = stores.tableName(fault.table);
      return name === undefined ? [] : [{ kind: 'table', name }];
    }
    case 'access-lost':
      return stack.doorsOf(fault.tier).map((name) => ({ kind: 'security group', name }));
    case 'nat-loss':
      return stack.natGateways.map((name) => ({ kind: 'NAT gateway', name }));
    case 'queue-unreachable': {
      const name = stores.brokerName(fault.queue);
      return name === undefined ? [] : [{ kind: 'broker', name }];
    }
    case 'poison-messages': {
      const name = stores.queueName(fault.queue);
      return name === undefined ? [] : [{ kind: 'queue', name }];
    }
    case 'consumer-stop':
      return stores.consumes(fault.tier) ? [{ kind: 'consumer', name: fault.tier }] : [];
    default:
      return serversOf(world, fault).map(named);
  }
}

/** The instances and tasks that a fault may hit. */
export function serversOf(world: Exposed, fault: Fault): readonly Server[] {
  switch (fault.kind) {
    case 'instance-stop':
    case 'instance-terminate':
    case 'instance-hang':
    case 'host-loss':
      return running(world, fault.tier).filter(({ spec }) => spec.kind === 'instance');
    case 'task-stop':
      return running(world, fault.tier).filter(({ spec }) => spec.kind === 'task');
    case 'sync-stop':
      return running(world, fault.tier).filter(({ spec }) => spec.tier?.synchronises !== undefined);
    case 'zone-outage':
      return world.servers.present.filter(({ place }) => place.zone === fault.zone);
    default:
      return 'tier' in fault ? running(world, fault.tier) : [];
  }
}

const named = ({ id, spec }: Server): Target => ({ kind: spec.kind, name: id });

const zone = (number: number): Target => ({ kind: 'zone', name: `zone ${number}` });
