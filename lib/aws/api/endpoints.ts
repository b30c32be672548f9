import { EC2Client } from '@aws-sdk/client-ec2';
import { Resolver } from 'node:dns/promises';
import type { EndpointPort } from '../../api/ports';
import { publicIpv4 } from '../public-addresses';
import type { TeamAccounts } from '../team-account';
import { Kept } from './kept';

/** One registration asks for each address of a host; a new load balancer is there within its minutes. */
const KEPT_MS = 10_000;

/** Errors of a resolver that say that there is nothing. https://nodejs.org/docs/latest-v22.x/api/dns.html#error-codes */
const nothing = new Set(['ENODATA', 'ENOTFOUND', 'EBADNAME']);

/** Where teams may have customers sent: to public addresses of their own account. IPv6 is nobody's: the stacks have none. */
export function ownEndpoints(
  accounts: TeamAccounts,
  resolver = new Resolver({ timeout: 2000, tries: 2 }),
): EndpointPort {
  const addresses = new Kept(
    KEPT_MS,
    async (account) => new Set(await publicIpv4(accounts.client(account, EC2Client))),
  );
  const ask = (work: Promise<string[]>): Promise<string[]> =>
    work.catch((error: NodeJS.ErrnoException) => {
      if (nothing.has(error.code ?? '')) return [];
      throw error;
    });
  return {
    // Asked of the name servers and not of the machine, whose own names are nobody's either.
    resolve: async (host) => {
      const found = await Promise.all([ask(resolver.resolve4(host)), ask(resolver.resolve6(host))]);
      return found.flat();
    },
    isOwn: async ({ account }, address) => (await addresses.of(account)).has(address),
  };
}
