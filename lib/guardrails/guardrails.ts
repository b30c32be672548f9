import type { AccountSettings } from '../core/event/event';
import { cost } from './cost';
import { doors, freeze } from './freeze';
import type { Guardrail, GuardrailSettings } from './guardrail';
import { integrity } from './integrity';
import { plane } from './plane';
import { scope } from './scope';

/**
 * Regions that the accounts of a pool may use: the one that is deployed to, and those of the event file, `us-east-1` when it has none.
 * @returns each once, the first being the one that is deployed to
 */
export const allowedRegions = ({ regions }: Pick<AccountSettings, 'regions'>, deployRegion: string): string[] => [
  ...new Set([deployRegion, ...(regions.length > 0 ? regions : ['us-east-1'])]),
];

/** @param home region that is deployed to, and partition of the organizer's account */
export const guardrailSettings = (
  accounts: AccountSettings,
  home: { readonly region: string; readonly partition: string },
): GuardrailSettings => ({
  pool: accounts.pool,
  regions: allowedRegions(accounts, home.region),
  instanceTypes: accounts.instanceTypes,
  partition: home.partition,
});

/**
 * All service control policies of a pool. With AWS's own FullAWSAccess, no level has more than the five that AWS allows:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const guardrails = (settings: GuardrailSettings): readonly Guardrail[] =>
  [plane, integrity, cost, scope, doors, freeze].map((make) => {
    const guardrail = make(settings);
    return { ...guardrail, policyName: `gameday-${settings.pool}-${guardrail.name.replace(/^gd-\d-/, '')}` };
  });
