import { reaches, type Network, type Place } from './network';

/** Somebody in the network who wants out of it. */
export interface Caller {
  readonly groups: readonly string[];
  readonly place: Place;
  readonly publicAddress: boolean;
}

/** What of the network works at the moment. */
export interface NetworkState {
  readonly natIsLost: boolean;
  zoneIsOut(zone: number): boolean;
}
export const allWorks: NetworkState = { natIsLost: false, zoneIsOut: () => false };

/**
 * Whether a connection to the internet on this port gets out: past the security groups, and by a route that works. In a subnet with a route
 * to an internet gateway that takes a public address. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export function internetReachable(network: Network, from: Caller, port: number, state: NetworkState): boolean {
  return leavesBySubnet(network, from, state) && reaches(network, party(from), 'internet', port);
}

/** Whether an AWS service gets called by HTTPS: over the internet, or by a VPC endpoint of its own. */
export function serviceReachable(network: Network, from: Caller, service: string, state: NetworkState): boolean {
  if (internetReachable(network, from, https, state)) return true;
  return network.endpoints.some((endpoint) => {
    if (endpoint.service !== service) return false;
    // Traffic to a gateway endpoint goes to the service's public addresses, so the security group has to let it out there.
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    if (endpoint.gatewayOf !== undefined) {
      return endpoint.gatewayOf.includes(from.place.subnet) && reaches(network, party(from), 'internet', https);
    }
    const works = endpoint.zones.length === 0 || endpoint.zones.some((zone) => !state.zoneIsOut(zone));
    return works && reaches(network, party(from), { groups: endpoint.securityGroups, places: [] }, https);
  });
}

/** Whether the internet gets to something with a public address in this subnet. */
export function isPublic(network: Network, place: Place): boolean {
  const exit = network.exits.get(place.subnet);
  return exit === undefined || exit.kind === 'internet' || exit.kind === 'assumed';
}

const https = 443;
const party = ({ groups, place }: Caller) => ({ groups, places: [place] });

function leavesBySubnet(network: Network, { place, publicAddress }: Caller, state: NetworkState): boolean {
  const exit = network.exits.get(place.subnet) ?? { kind: 'assumed' };
  switch (exit.kind) {
    case 'internet':
      return publicAddress;
    case 'nat':
      // A NAT gateway lives in one zone and goes with it. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
      return !state.natIsLost && !state.zoneIsOut(exit.zone);
    case 'none':
      return false;
    case 'assumed':
      return true;
  }
}
