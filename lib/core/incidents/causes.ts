import type { Incident, Suspect } from './incident';

/** The experiments that may have begun an incident, the likeliest first: the one that came last before the first bad round's end. */
export const causesOf = ({ suspects }: Incident): readonly Suspect[] =>
  suspects.filter(({ role }) => role === 'cause').sort((a, b) => b.startedAtSeconds - a.startedAtSeconds);
