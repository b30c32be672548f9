import type { UnitPrice } from './unit-prices';

/** One line of what an event costs. */
export interface CostLine {
  readonly what: string;
  /** How many units the event uses. */
  readonly quantity: number;
  readonly unit: string;
  /** For the event. */
  readonly usd: number;
  /** For every further hour that it is left running without traffic. */
  readonly idleUsdPerHour: number;
  /** Where the price is listed. */
  readonly page: string;
}

/** What is paid for each use, and costs nothing when nobody uses it. */
export const perUse = (what: string, quantity: number, { usd, unit, page }: UnitPrice): CostLine => ({
  what,
  quantity,
  unit,
  usd: quantity * usd,
  idleUsdPerHour: 0,
  page,
});

/** What is paid by the hour, used or not. @param count how many there are */
export const perHour = (what: string, count: number, hours: number, { usd, unit, page }: UnitPrice): CostLine => ({
  what,
  quantity: count * hours,
  unit,
  usd: count * hours * usd,
  idleUsdPerHour: count * usd,
  page,
});

/** What goes on being used for as long as it is there, by a clock and not by traffic. */
export const byTheClock = (what: string, quantityPerHour: number, hours: number, unitPrice: UnitPrice): CostLine => ({
  ...perUse(what, quantityPerHour * hours, unitPrice),
  idleUsdPerHour: quantityPerHour * unitPrice.usd,
});

/** Sum of lines. */
export const totalOf = (lines: readonly CostLine[]): { readonly usd: number; readonly idleUsdPerHour: number } => ({
  usd: lines.reduce((sum, { usd }) => sum + usd, 0),
  idleUsdPerHour: lines.reduce((sum, { idleUsdPerHour }) => sum + idleUsdPerHour, 0),
});
