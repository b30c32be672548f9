import { isIPv4, isIPv6 } from 'node:net';
import { keyedHash } from './keyed-hash';

/**
 * What stands for an address where tries are counted: not the address itself, which says where a participant is. An IPv6 address
 * counts by its first 64 bits, because whoever has one has all that begin so (RFC 6177).
 * @param address of the one who asks, as the server saw it
 */
export const addressKey = (pepper: Uint8Array, address: string): string =>
  keyedHash(pepper, 'address', counted(address)).slice(0, 22);

function counted(address: string): string {
  const mapped = /^::ffff:(.+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return address;
  const [front = '', back] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
  const missing = back === undefined ? 0 : 8 - groups(front).length - groups(back).length;
  const all = [...groups(front), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(back)];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
