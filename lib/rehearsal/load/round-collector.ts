import type { WindowLine } from '../../../load/protocol';
import { stepClasses, type Measurement, type RoundRecord } from '../../core/records/records';

/** What is known of a team at a round's end besides what the engine saw. */
export interface RoundFacts {
  readonly startsAt: string;
  /** US dollars per hour by team, as observed at its end, with what could not be priced. */
  readonly spend: ReadonlyMap<string, { readonly usdPerHour: number; readonly flags: readonly string[] }>;
}

const offered = (line: WindowLine): number => stepClasses.reduce((sum, each) => sum + line[each], 0);

/**
 * Puts the engine's windows together to rounds. A round is recorded when every team's window of it is in, so that no
 * team is judged earlier than another; a window that grows afterwards is recorded again for its team alone, and the fold takes
 * the one with more requests.
 */
export class RoundCollector {
  private readonly rounds = new Map<number, Map<string, WindowLine>>();
  private readonly recorded = new Set<number>();

  constructor(
    private readonly teams: readonly string[],
    private readonly factsOf: (round: number) => RoundFacts,
  ) {}

  /** Takes a window (as long as a round); returns the record to append, if there is one now. */
  take(line: WindowLine): RoundRecord | undefined {
    const lines = this.rounds.get(line.window) ?? new Map<string, WindowLine>();
    this.rounds.set(line.window, lines);
    const known = lines.get(line.team);
    if (known !== undefined && offered(known) >= offered(line)) return undefined;
    lines.set(line.team, line);
    if (this.recorded.has(line.window)) return this.record(line.window, [line]);
    if (lines.size < this.teams.length) return undefined;
    this.recorded.add(line.window);
    return this.record(line.window, [...lines.values()]);
  }

  private record(round: number, lines: readonly WindowLine[]): RoundRecord {
    const facts = this.factsOf(round);
    return {
      round,
      startsAt: facts.startsAt,
      teams: Object.fromEntries(lines.map((line) => [line.team, measurement(line, facts)])),
    };
  }
}

function measurement(line: WindowLine, facts: RoundFacts): Measurement {
  const { window: _window, team, lagMs: _lag, flags, ...counts } = line;
  const spend = facts.spend.get(team);
  if (spend === undefined) return { ...counts, flags: [...flags] };
  return { ...counts, spendUsdPerHour: spend.usdPerHour, flags: [...flags, ...spend.flags] };
}
