import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * What no team's customers could reach: IANA's special-purpose addresses, among them private ones, link-local ones with the metadata service of
 * instances, and loopback. https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const special = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  special.addSubnet(network, bits, 'ipv4');
}

/** The only block that public IPv6 addresses are given from, and what of it is special. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const specialOfGlobal = new BlockList();
specialOfGlobal.addSubnet('2001::', 23, 'ipv6');
specialOfGlobal.addSubnet('2001:db8::', 32, 'ipv6');
// 6to4 carries an IPv4 address, which may be any.
specialOfGlobal.addSubnet('2002::', 16, 'ipv6');
specialOfGlobal.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address is one that the public internet has. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIPv6(address) && globalUnicast.check(address, 'ipv6') && !specialOfGlobal.check(address, 'ipv6');
}
