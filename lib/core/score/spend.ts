import type { Rules } from '../event/event';

/** The mean spend of a trailing stretch of rounds, kept up round by round. Void rounds take their place in it and count for nothing. */
export class SpendWindow {
  /** USD per hour by round; NaN for a void one. */
  private readonly values: number[] = [];
  private total = 0;
  private counted = 0;

  /** @param length rounds that lie wholly in the window; at least the newest is looked at */
  constructor(private readonly length: number) {}

  add(usdPerHour: number): void {
    this.values.push(usdPerHour);
    this.total += usdPerHour;
    this.counted += 1;
    this.forget();
  }

  skip(): void {
    this.values.push(NaN);
    this.forget();
  }

  /** USD per hour; call only when the newest round was added. */
  mean(): number {
    return this.total / this.counted;
  }

  private forget(): void {
    const gone = this.values[this.values.length - 1 - Math.max(1, this.length)];
    if (gone === undefined || Number.isNaN(gone)) return;
    this.total -= gone;
    this.counted -= 1;
  }
}

/** What a team may spend, in USD per hour, at a planned rate in steps per second. */
export const spendAllowance = (rules: Rules, stepsPerSecond: number): number =>
  rules.spend.baseUsdPerHour + rules.spend.usdPerHourPerRps * stepsPerSecond;

/** A mean above its allowance by less than this share is rounding, not spending. */
const ROUNDING = 1e-9;

/** Points per planned step that a mean spend over its allowance costs, 0 to `cap`; with an allowance of nothing, all of `cap`. */
export function spendPenalty(rules: Rules, meanUsdPerHour: number, allowance: number): number {
  if (meanUsdPerHour <= allowance * (1 + ROUNDING)) return 0;
  const { weight, cap } = rules.spend;
  return allowance > 0 ? Math.min(cap, weight * (meanUsdPerHour / allowance - 1)) : cap;
}
