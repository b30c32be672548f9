import type { OrganizerView } from '../../../lib/api/views/organizer-view';

export type OrganizerTeam = OrganizerView['teams'][number];
export type Trouble = 'impact' | 'stale' | 'unchecked' | 'overspend' | 'flags';

/** One team at a glance. */
export interface TeamRow extends OrganizerTeam {
  /** Ranks that the audience sees it higher than it truly stands; below 0: lower; 0 when both are the same. */
  readonly shownHigher: number;
  /** How old the newest measurement is, event seconds; null while it is as young as it should be. */
  readonly staleSeconds: number | null;
  /** Event seconds that the event lasts longer for it than for whoever ends first. */
  readonly extraSeconds: number;
  readonly troubles: readonly Trouble[];
}

export const orders = ['rank', 'trouble', 'name', 'spend'] as const;
export type Order = (typeof orders)[number];

/** Rounds are settled one request's timeout and one step of the scorer after their end. */
const SETTLING_MS = 30_000;

/** All teams as the table shows them. @param nowSeconds event time */
export function teamRows({ teams, event, clock }: OrganizerView, nowSeconds: number, order: Order): TeamRow[] {
  const oldest = 2 * event.roundSeconds + (SETTLING_MS / 1000) * clock.speed;
  const firstEnd = Math.min(...teams.map(({ endsSeconds }) => endsSeconds));
  const rows = teams.map((team): TeamRow => {
    const age = Math.min(nowSeconds, team.endsSeconds) - (team.measuredSeconds ?? 0);
    const staleSeconds = clock.phase === 'running' && age > oldest ? age : null;
    const troubles: readonly (Trouble | false)[] = [
      team.impactSince !== null && 'impact',
      staleSeconds !== null && 'stale',
      team.verdict === 'unchecked' && team.measuredSeconds !== null && 'unchecked',
      team.meanUsdPerHour > team.allowanceUsdPerHour && 'overspend',
      team.flags.length > 0 && 'flags',
    ];
    return {
      ...team,
      shownHigher: team.rank - team.shownRank,
      staleSeconds,
      extraSeconds: team.endsSeconds - firstEnd,
      troubles: troubles.filter((each) => each !== false),
    };
  });
  return rows.sort((a, b) => compared[order](a, b) || a.rank - b.rank);
}

const compared: Readonly<Record<Order, (a: TeamRow, b: TeamRow) => number>> = {
  rank: () => 0,
  trouble: (a, b) => b.troubles.length - a.troubles.length,
  name: (a, b) => a.name.localeCompare(b.name),
  spend: (a, b) => b.spendUsd - a.spendUsd,
};
