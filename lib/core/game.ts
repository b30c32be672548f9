import type { GameDayEvent, Instant, Team } from './event';
import type { LogEntry, RoundRecord } from './records';
import type { Verdict } from './verdict';

/** Which rule of the game earned or cost a line's points. */
export type LedgerRule =
  'service' | 'unchecked' | 'spend' | 'detection' | 'recovery' | 'false-alarm' | 'hint' | 'adjustment';

/** One line of the ledger: a team's score is the sum of its lines. The reason in words is `reasonOf(line)`. */
export interface LedgerLine {
  readonly team: string;
  readonly at: Instant;
  /** Round at whose end, or in which, the line was written. */
  readonly round: number;
  readonly rule: LedgerRule;
  readonly points: number;
  /** What the reason is made of: numbers and words by name, small. */
  readonly facts: Readonly<Record<string, number | string>>;
}
