import { GameDayError } from '../core/errors';
import { accountQuotaCommand } from './creation-failures';
import type { AccountInterior } from './interior';

/**
 * Throws `QuotaTooSmall` when the organization may not have so many accounts more.
 * @param there accounts of the organization, closed ones included: they count for 90 days
 * @param quota undefined when AWS does not say, which stops nobody: AWS itself does
 */
export function requireRoomFor(added: number, there: number, quota: number | undefined): void {
  if (added === 0 || quota === undefined || there + added <= quota) return;
  throw new GameDayError(
    'QuotaTooSmall',
    `The organization has ${there} accounts and may have ${quota}: there is no room for ${added} more.`,
    `Ask for more from the management account, some days ahead: ${accountQuotaCommand(there + added)}`,
  );
}

/** A team that scales its stack out runs about eight instances of two vCPUs. */
const VCPUS_WANTED = 16;

/**
 * What to say of accounts that may run too few vCPUs, each with the command that asks for more.
 * @param region that is deployed to
 */
export async function vcpuNotes(
  interior: Pick<AccountInterior, 'vcpuQuota'>,
  accounts: readonly string[],
  region: string,
): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const account of accounts) {
    const quota = await interior.vcpuQuota(account);
    if (quota === undefined || quota >= VCPUS_WANTED) continue;
    notes.push(
      `Account ${account} may run ${quota} vCPUs only. With its credentials: aws service-quotas request-service-quota-increase ` +
        `--region ${region} --service-code ec2 --quota-code L-1216C47A --desired-value ${VCPUS_WANTED}`,
    );
  }
  return notes;
}
