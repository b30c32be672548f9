import type { GameDayEvent, Instant } from './event';
import type { LedgerLine } from './ledger';
import type { Measurement } from './records';
import { checkedSteps, verdictOf, worthRatio } from './service';
import { SpendWindow, spendAllowance, spendPenalty } from './spend';
import type { Verdict } from './verdict';
import type { IsVoid } from './voids';

/** One team's round that counts. */
export interface GameRound {
  readonly round: number;
  readonly verdict: Verdict;
  /** Planned steps. */
  readonly planned: number;
  /** Points per planned step; in an unchecked round what the rounds before earned. */
  readonly ratio: number;
  /** Points: planned × ratio. */
  readonly service: number;
  /** The last known value when the measurement has none: what cannot be observed goes on costing; 0 before the first. */
  readonly spendUsdPerHour: number;
  readonly measurement: Measurement | undefined;
}

/** What a team's rounds are folded from. Arrays are by round. */
interface TeamRounds {
  readonly event: GameDayEvent;
  readonly team: string;
  readonly measurements: readonly (Measurement | undefined)[];
  readonly planned: Float64Array;
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
export function playTeamRounds({ event, team, measurements, planned, endsAt, isVoid }: TeamRounds): {
  readonly rounds: readonly GameRound[];
  readonly lines: readonly LedgerLine[];
} {
  const { rules, roundSeconds } = event;
  const rounds: GameRound[] = [];
  const lines: LedgerLine[] = [];
  const window = new SpendWindow(Math.floor(rules.spend.windowSeconds / roundSeconds));
  const recentRatios: number[] = [];
  let spendUsdPerHour = 0;

  for (let round = 0; round < endsAt.length; round += 1) {
    if (isVoid(round, team)) {
      window.skip();
      continue;
    }
    const measurement = measurements[round];
    const steps = planned[round] ?? 0;
    const at = endsAt[round]!;
    spendUsdPerHour = measurement?.spendUsdPerHour ?? spendUsdPerHour;
    window.add(spendUsdPerHour);

    const offered = checkedSteps(measurement);
    const counts = offered === 0 ? undefined : measurement;
    const ratio = counts === undefined ? Math.max(0, mean(recentRatios)) : worthRatio(counts, rules.worth, offered);
    rounds.push({
      round,
      verdict: counts === undefined ? 'unchecked' : verdictOf(counts, offered, rules.objective),
      planned: steps,
      ratio,
      service: steps * ratio,
      spendUsdPerHour,
      measurement,
    });
    if (counts === undefined) {
      lines.push({ team, at, round, rule: 'unchecked', points: steps * ratio, facts: { planned: steps, ratio } });
      continue;
    }
    const { fast, acceptable, slow, faulty, failed } = counts;
    const facts = { planned: steps, offered, fast, acceptable, slow, faulty, failed };
    lines.push({ team, at, round, rule: 'service', points: steps * ratio, facts });
    recentRatios.push(ratio);
    if (recentRatios.length > REMEMBERED_ROUNDS) recentRatios.shift();

    const allowance = spendAllowance(rules, steps / roundSeconds);
    const meanUsdPerHour = window.mean();
    const penalty = spendPenalty(rules, meanUsdPerHour, allowance);
    if (penalty > 0) {
      const spendFacts = { planned: steps, meanUsdPerHour, allowance, share: penalty };
      lines.push({ team, at, round, rule: 'spend', points: -penalty * steps, facts: spendFacts });
    }
  }
  return { rounds, lines };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
