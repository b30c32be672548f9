import { canonicalJson } from '../canonical';
import type { Measurement } from '../records/records';
import { offeredSteps } from '../score/service';

/** Begins every flag that is about a team's account and not about what the load program saw. */
export const accountFlag = 'account: ';

/** Says that nobody saw what a team spent in a round, because its account could not be looked at. */
export const unreadableFlag = `${accountFlag}could not be looked at`;

/**
 * What is kept of a round and team when something was kept and something is measured now, in whatever order the two come.
 *
 * Counts are those with more steps, then the greater canonical JSON, as the fold would choose. The first spend stays: what runs
 * later says nothing about this round. What an account was flagged for stays, too, but for an account that was looked at in time after all.
 */
export function mergedMeasurement(known: Measurement | undefined, found: Measurement): Measurement {
  if (known === undefined) return { ...found, flags: sorted(found.flags) };
  const [kept, other] = isPreferred(found, known) ? [found, known] : [known, found];
  const { spendUsdPerHour: _spend, flags, ...counts } = kept;
  const spendUsdPerHour = known.spendUsdPerHour ?? found.spendUsdPerHour;
  const ofAccount = other.flags.filter((flag) => flag.startsWith(accountFlag));
  const isSeen = (flag: string): boolean => flag === unreadableFlag && spendUsdPerHour !== undefined;
  return {
    ...counts,
    ...(spendUsdPerHour === undefined ? {} : { spendUsdPerHour }),
    flags: sorted([...flags, ...ofAccount].filter((flag) => !isSeen(flag))),
  };
}

function isPreferred(found: Measurement, known: Measurement): boolean {
  const more = offeredSteps(found) - offeredSteps(known);
  return more !== 0 ? more > 0 : countsText(found) > countsText(known);
}

/** Without what is merged on its own. */
const countsText = ({ spendUsdPerHour: _spend, flags: _flags, ...counts }: Measurement): string =>
  canonicalJson(counts);

const sorted = (flags: readonly string[]): string[] => [...new Set(flags)].sort();
