import type { Architecture, InstanceShape } from '../architecture/architecture';
import type { Place } from '../architecture/network';
import type { Resource } from '../core/resource';

/** Which end of what scaling allows: as few servers as there may be, or as many. */
export type FleetSize = 'least' | 'most';

/** What an observer of the account would list, with every fleet at one end of its bounds. Work that is paid by use has lines of its own. */
export function fleetResources(architecture: Architecture, size: FleetSize): Resource[] {
  const { balancers, instances, scalingGroups, services, tables, queues, natGateways, addresses } = architecture;
  return [
    ...balancers.flatMap(({ id, type, internetFacing, places }): Resource[] => [
      { kind: 'load-balancer', id, type },
      ...(internetFacing ? places.map(({ zone }): Resource => ({ kind: 'address', id: `${id}/${zone}` })) : []),
    ]),
    ...instances.flatMap(({ id, shape, place }) => instanceResources(id, shape, place)),
    ...scalingGroups.flatMap(({ id, shape, places, min, max }) =>
      copies(size === 'least' ? min : max, (copy) => instanceResources(`${id}/${copy}`, shape, placeOf(places, copy))),
    ),
    ...services.flatMap(({ id, processor, vcpu, memoryMib, places, publicAddress, desired, bounds }) =>
      copies(bounds === undefined ? desired : size === 'least' ? bounds.min : bounds.max, (copy): Resource[] => [
        {
          kind: 'task',
          id: `${id}/${copy}`,
          processor,
          vcpu,
          memoryGib: memoryMib / 1024,
          zone: placeOf(places, copy)?.zone ?? 0,
        },
        ...addressOf(`${id}/${copy}`, publicAddress),
      ]),
    ),
    ...tables.flatMap(({ id, provisioned, readScaling, writeScaling }): Resource[] => {
      if (provisioned === undefined) return [];
      const end = size === 'least' ? 'min' : 'max';
      const readUnits = readScaling?.[end] ?? provisioned.readUnits;
      const writeUnits = writeScaling?.[end] ?? provisioned.writeUnits;
      return [{ kind: 'table', id, mode: 'provisioned', readUnits, writeUnits }];
    }),
    ...queues.flatMap(({ id, broker }): Resource[] =>
      broker === undefined ? [] : [{ kind: 'broker', id, type: broker.type, nodes: broker.nodes }],
    ),
    ...natGateways.map((id): Resource => ({ kind: 'nat-gateway', id })),
    ...addresses.map((id): Resource => ({ kind: 'address', id })),
  ];
}

const copies = (count: number, make: (copy: number) => Resource[]): Resource[] =>
  Array.from({ length: count }, (_, copy) => make(copy)).flat();

/** Fleets are spread evenly over their subnets. */
const placeOf = (places: readonly Place[], copy: number): Place | undefined =>
  places[copy % Math.max(1, places.length)];

const addressOf = (id: string, has: boolean): Resource[] => (has ? [{ kind: 'address', id: `${id}/address` }] : []);

const instanceResources = (id: string, shape: InstanceShape, place: Place | undefined): Resource[] => [
  { kind: 'instance', id, type: shape.type, zone: place?.zone ?? 0, surplusCreditsPerHour: 0 },
  { kind: 'volume', id: `${id}/root`, ...shape.volume },
  ...addressOf(id, shape.publicAddress ?? place?.publicAddress ?? false),
];
