import type { ResourceKinds } from '../setting-kind';
import { balancing } from './balancing';
import { applicationScaling, containers } from './containers';
import { instances, scalingGroups } from './instances';
import { network } from './network';
import { stores, watching } from './stores';

const kinds: ResourceKinds = {
  ...instances,
  ...scalingGroups,
  ...containers,
  ...applicationScaling,
  ...balancing,
  ...stores,
  ...watching,
  ...network,
};

/** Services in the order in which the console lists them. */
export const services: readonly string[] = [...new Set(Object.values(kinds).map(({ service }) => service))];

/** What the console has for resources of a type; undefined where it does not show them. */
export const kindOf = (type: string): ResourceKinds[string] | undefined =>
  Object.hasOwn(kinds, type) ? kinds[type] : undefined;
