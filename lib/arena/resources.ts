import type { Architecture } from '../architecture/architecture';
import type { Resource } from '../core/resource';
import type { Owed, Servers } from './servers/servers';
import type { Server } from './servers/server';
import type { TableThroughput } from './data/table';

/** What an observer of the account would list: everything that runs now and costs money. */
export function listResources(
  architecture: Architecture,
  servers: Servers,
  tables: readonly TableThroughput[],
): Resource[] {
  return [
    ...servers.present.flatMap(serverResources),
    ...servers.owed.map(owedResource),
    ...architecture.balancers.flatMap((balancer): Resource[] => [
      { kind: 'load-balancer', id: balancer.id, type: balancer.type },
      // A load balancer has one public address in each of its zones.
      ...(balancer.internetFacing ? balancer.places : []).map((place): Resource => ({
        kind: 'address',
        id: `${balancer.id}/${place.zone}`,
      })),
    ]),
    ...tables.map(tableResource),
    ...architecture.queues.flatMap(({ id, broker }): Resource[] =>
      broker === undefined ? [] : [{ kind: 'broker', id, type: broker.type, nodes: broker.nodes }],
    ),
    ...architecture.natGateways.map((id): Resource => ({ kind: 'nat-gateway', id })),
    ...architecture.addresses.map((id): Resource => ({ kind: 'address', id })),
  ];
}

function serverResources({ id, spec, place, state, credits }: Server): Resource[] {
  if (state === 'gone') return [];
  const address: Resource[] =
    (spec.publicAddress ?? place.publicAddress) ? [{ kind: 'address', id: `${id}/address` }] : [];
  const volume: Resource[] = spec.volume ? [{ kind: 'volume', id: `${id}/root`, ...spec.volume }] : [];
  // A stopped instance costs nothing but its disk, and what it borrowed before.
  if (state === 'stopped')
    return credits?.surplusPerHour ? [...volume, owedResource({ id, type: spec.type, credits })] : volume;
  if (spec.kind === 'task') {
    const { processor = 'x86', vcpus: vcpu } = spec;
    return [{ kind: 'task', id, processor, vcpu, memoryGib: spec.memoryMib / 1024, zone: place.zone }, ...address];
  }
  const surplusCreditsPerHour = credits?.surplusPerHour ?? 0;
  return [{ kind: 'instance', id, type: spec.type, zone: place.zone, surplusCreditsPerHour }, ...volume, ...address];
}

const owedResource = ({ id, type, credits }: Owed): Resource => ({
  kind: 'surplus-credits',
  id: `${id}/credits`,
  type,
  perHour: credits.surplusPerHour,
});

function tableResource(throughput: TableThroughput): Resource {
  const { provisioned, table } = throughput;
  const { id } = table;
  if (provisioned !== undefined) return { kind: 'table', id, mode: 'provisioned', ...provisioned };
  const { reads, writes } = throughput.usePerHour();
  return { kind: 'table', id, mode: 'on-demand', readsPerHour: reads, writesPerHour: writes };
}
