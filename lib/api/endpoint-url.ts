import { isIP } from 'node:net';
import type { Team } from '../core/event/event';
import type { EndpointPort } from './ports';
import { isPublicAddress } from './public-address';

/** The address to write down, or why customers are not sent there. */
export type EndpointDecision =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

const no = (reason: string): EndpointDecision => ({ ok: false, reason });

/**
 * Decides whether customers may be sent to an address: over HTTP or HTTPS, to a host all of whose addresses are public and the team's own. All of
 * them are looked at, because any of them may be the one that is asked.
 */
export async function decideEndpoint(text: string, team: Team, port: EndpointPort): Promise<EndpointDecision> {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return no('Write it as http://… or https://….');
  if (url.username !== '' || url.password !== '') return no('It holds a name or a password.');
  if (url.search !== '' || url.hash !== '') return no('It holds a query or a fragment.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await port.resolve(host) : [host];
  if (addresses.length === 0) return no('There is no such host.');
  if (!addresses.every(isPublicAddress)) return no('The host has an address that is not public.');
  for (const address of addresses) {
    if (!(await port.isOwn(team, address))) return no('The host is not in your team’s account.');
  }
  return { ok: true, url: url.href };
}
