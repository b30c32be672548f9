import type { WindowLine } from '../../../load/protocol';
import type { Measurement, RoundRecord } from '../../core/records/records';
import { offeredSteps } from '../../core/score/service';

/** What is known of a team at a round's end besides what the engine saw. */
export interface RoundFacts {
  readonly startsAt: string;
  /** US dollars per hour by team, as observed at its end, with what could not be priced. */
  readonly spend: ReadonlyMap<string, Spend>;
}
interface Spend {
  readonly usdPerHour: number;
  readonly flags: readonly string[];
}

/**
 * Puts the engine's windows together to rounds. A round is recorded when every team's window of it is in, so that no
 * team is judged earlier than another; a window that grows afterwards is recorded again for its team alone, and the fold takes
 * the one with more requests.
 */
export class RoundCollector {
  private readonly rounds = new Map<number, Map<string, WindowLine>>();
  private readonly recorded = new Set<number>();

  constructor(
    private readonly teamsOf: (round: number) => readonly string[],
    private readonly factsOf: (round: number) => RoundFacts,
  ) {}

  /** Takes a window (as long as a round); returns the record to append, if there is one now. */
  take(line: WindowLine): RoundRecord | undefined {
    if (!this.teamsOf(line.window).includes(line.team)) return undefined;
    const lines = this.rounds.get(line.window) ?? new Map<string, WindowLine>();
    this.rounds.set(line.window, lines);
    const known = lines.get(line.team);
    if (known !== undefined && offeredSteps(known) >= offeredSteps(line)) return undefined;
    lines.set(line.team, line);
    if (this.recorded.has(line.window)) return this.record(line.window, [line]);
    const whole = this.teamsOf(line.window).flatMap((team) => lines.get(team) ?? []);
    if (whole.length === 0 || whole.length < this.teamsOf(line.window).length) return undefined;
    this.recorded.add(line.window);
    return this.record(line.window, whole);
  }

  private record(round: number, lines: readonly WindowLine[]): RoundRecord {
    const facts = this.factsOf(round);
    return {
      round,
      startsAt: facts.startsAt,
      teams: Object.fromEntries(lines.map((line) => [line.team, measurementOfLine(line, facts)])),
    };
  }
}

function measurementOfLine(line: WindowLine, { spend }: RoundFacts): Measurement {
  const { window: _window, team, lagMs: _lag, flags, ...counts } = line;
  return measurementOf(counts, flags, spend.get(team));
}

/** What was counted with what was observed; without `spendUsdPerHour` when nothing was. */
export function measurementOf(
  counts: Omit<Measurement, 'spendUsdPerHour' | 'flags'>,
  flags: readonly string[],
  spend: Spend | undefined,
): Measurement {
  if (spend === undefined) return { ...counts, flags: [...flags] };
  return { ...counts, spendUsdPerHour: spend.usdPerHour, flags: [...flags, ...spend.flags] };
}
