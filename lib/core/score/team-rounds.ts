import type { GameDayEvent, Instant } from '../event/event';
import type { LedgerLine } from './ledger';
import type { Measurement } from '../records/records';
import { checkedSteps, verdictOf, worthRatio } from './service';
import { SpendWindow, spendAllowance, spendPenalty } from './spend';
import type { Verdict } from './verdict';
import type { IsVoid } from '../time/voids';

/** One team's round that counts. Its line in the ledger says what it earned. */
export type GameRound = CheckedRound | UncheckedRound;

interface PlayedRound {
  readonly round: number;
  /** Planned steps; of real customers, whom nobody plans, those who came. */
  readonly planned: number;
  /** Points per planned step; in an unchecked round what the rounds before earned. */
  readonly ratio: number;
  /** The last known value when the measurement has none: what cannot be observed goes on costing; 0 before the first. */
  readonly spendUsdPerHour: number;
  /** Mean spend of the trailing window. */
  readonly meanUsdPerHour: number;
}

export interface CheckedRound extends PlayedRound {
  readonly verdict: Exclude<Verdict, 'unchecked'>;
  readonly measurement: Measurement;
}

interface UncheckedRound extends PlayedRound {
  readonly verdict: 'unchecked';
  readonly measurement: Measurement | undefined;
}

/** What a team's rounds are folded from. Arrays are by round. */
interface TeamRounds {
  readonly event: GameDayEvent;
  readonly team: string;
  readonly measurements: readonly (Measurement | undefined)[];
  readonly plannedSteps: Float64Array;
  /** Instants at which the settled rounds ended. */
  readonly endsAt: readonly Instant[];
  readonly isVoid: IsVoid;
}

/** A round without a measurement earns the mean of this many checked rounds before it. */
const REMEMBERED_ROUNDS = 5;

/**
 * Scores one team's rounds: a service line for each that was checked, a spend line where the spend is over its allowance.
 *
 * An unchecked round earns the mean ratio of the last five checked ones, never below 0, and has no spend line: it never costs.
 */
export function playTeamRounds({ event, team, measurements, plannedSteps, endsAt, isVoid }: TeamRounds): {
  readonly rounds: readonly GameRound[];
  readonly lines: readonly LedgerLine[];
} {
  const { rules, roundSeconds } = event;
  const rounds: GameRound[] = [];
  const lines: LedgerLine[] = [];
  const window = new SpendWindow(Math.floor(rules.spend.windowSeconds / roundSeconds));
  const checkedRatios: number[] = [];
  let spendUsdPerHour = 0;

  for (let round = 0; round < endsAt.length; round += 1) {
    if (isVoid(round, team)) {
      window.skip();
      continue;
    }
    const measurement = measurements[round];
    const planned = measurement?.planned ?? plannedSteps[round] ?? 0;
    const at = endsAt[round]!;
    spendUsdPerHour = measurement?.spendUsdPerHour ?? spendUsdPerHour;
    window.add(spendUsdPerHour);
    const meanUsdPerHour = window.mean();

    const offered = checkedSteps(measurement);
    if (offered === 0 || measurement === undefined) {
      const ratio = Math.max(0, mean(checkedRatios.slice(-REMEMBERED_ROUNDS)));
      const verdict = 'unchecked';
      const facts: GameRound = { round, verdict, planned, ratio, spendUsdPerHour, meanUsdPerHour, measurement };
      rounds.push(facts);
      lines.push({ team, at, round, rule: 'unchecked', points: planned * ratio, facts });
      continue;
    }
    const ratio = worthRatio(measurement, rules.worth, offered);
    checkedRatios.push(ratio);
    const verdict = verdictOf(measurement, offered, rules.objective);
    const facts: CheckedRound = { round, verdict, planned, ratio, spendUsdPerHour, meanUsdPerHour, measurement };
    rounds.push(facts);
    lines.push({ team, at, round, rule: 'service', points: planned * ratio, facts });
    const penalty = spendPenalty(rules, meanUsdPerHour, spendAllowance(rules, planned / roundSeconds));
    if (penalty > 0) lines.push({ team, at, round, rule: 'spend', points: -penalty * planned, facts });
  }
  return { rounds, lines };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
