import type { ServiceAddress } from './signed-service';

/** Where a service answers in a region. @param endpoint another place of all services, such as a local AWS */
export function serviceAddress(
  service: string,
  region: string,
  endpoint: string | undefined,
  credentials: ServiceAddress['credentials'],
): ServiceAddress {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return { service, region, endpoint: endpoint ?? `https://${service}.${region}.${suffix}`, credentials };
}
