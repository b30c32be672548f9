import type { GameDayEvent } from '../core/event/event';
import { totalOf, type CostLine } from './cost-line';
import type { FleetSize } from './fleet';
import { organizerLines } from './organizer-lines';
import { teamLines, type TeamStackFacts } from './team-lines';

/** Lines with their sum. */
export interface CostSheet {
  readonly lines: readonly CostLine[];
  readonly usd: number;
  readonly idleUsdPerHour: number;
}

/** What an event costs on AWS. */
export interface EventCost {
  readonly teams: number;
  readonly hours: number;
  readonly organizer: CostSheet;
  /** One team: the stack as it is taken over and as it should have been built, each with its fleets at both ends. */
  readonly team: Readonly<Record<'spoiled' | 'good', Readonly<Record<FleetSize, CostSheet>>>>;
  /** Organizer and all teams: when every team keeps its fleets small, and when all grow as far as they may. */
  readonly total: { readonly leastUsd: number; readonly mostUsd: number; readonly idleUsdPerHour: number };
  /** Types that are in no price table. */
  readonly flags: readonly string[];
}

/** Prices an event before anybody deploys it. @param viewers screens that show the scoreboard all the time */
export function eventCost(
  event: GameDayEvent,
  stacks: Readonly<Record<'spoiled' | 'good', TeamStackFacts>>,
  viewers: number,
): EventCost {
  const flags = new Set<string>();
  const sheets = (stack: TeamStackFacts) => {
    const sized = (size: FleetSize): CostSheet => {
      const found = teamLines(event, stack, size);
      for (const flag of found.flags) flags.add(flag);
      return sheetOf(found.lines);
    };
    return { least: sized('least'), most: sized('most') };
  };
  const organizer = sheetOf(organizerLines(event, viewers));
  const team = { spoiled: sheets(stacks.spoiled), good: sheets(stacks.good) };
  const teams = event.teams.length;
  const all = (pick: (...values: number[]) => number, size: FleetSize, what: 'usd' | 'idleUsdPerHour'): number =>
    organizer[what] + teams * pick(team.spoiled[size][what], team.good[size][what]);
  return {
    teams,
    hours: event.durationSeconds / 3600,
    organizer,
    team,
    total: {
      leastUsd: all(Math.min, 'least', 'usd'),
      mostUsd: all(Math.max, 'most', 'usd'),
      idleUsdPerHour: all(Math.max, 'least', 'idleUsdPerHour'),
    },
    flags: [...flags].sort(),
  };
}

const sheetOf = (lines: readonly CostLine[]): CostSheet => ({ lines, ...totalOf(lines) });
