import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import type { ResourceView } from './draft';

/** Resources of one service, as its console lists them. */
export interface ServiceList {
  readonly service: string;
  readonly resources: readonly ResourceView[];
}

/** Resources whose id or type holds what is looked for, by service; services without any are left out. */
export function byService({ services, resources }: ArchitectureView, sought: string): ServiceList[] {
  const wanted = sought.trim().toLowerCase();
  const found = resources.filter(({ id, type }) => `${id} ${type}`.toLowerCase().includes(wanted));
  return services.flatMap((service) => {
    const own = found.filter((each) => each.service === service);
    return own.length === 0 ? [] : [{ service, resources: own }];
  });
}

/** A type without its vendor: `EC2::Instance`. */
export const shortType = (type: string): string => type.replace(/^AWS::/, '');
