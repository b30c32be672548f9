import { GetServiceQuotaCommand, NoSuchResourceException, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { ClientOptions } from '../../aws/client-options';

interface Quota {
  readonly service: string;
  readonly code: string;
}

/**
 * A quota as it is applied; undefined where AWS does not know it or the credentials may not ask, which is no reason to stop: whatever it
 * is, AWS enforces it.
 */
export async function tryFindQuota(client: ServiceQuotasClient, { service, code }: Quota): Promise<number | undefined> {
  try {
    const command = new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code });
    return (await client.send(command)).Quota?.Value;
  } catch (error) {
    if (error instanceof NoSuchResourceException) return undefined;
    if (error instanceof Error && /AccessDenied/.test(error.name)) return undefined;
    throw error;
  }
}

/** Accounts that the organization may have, closed ones included until AWS has removed them. Kept in us-east-1 alone. */
export const accountQuota = (options: ClientOptions): Promise<number | undefined> =>
  tryFindQuota(new ServiceQuotasClient({ ...options, region: 'us-east-1' }), {
    service: 'organizations',
    code: 'L-29A0C5DF',
  });
