import type { StepClass } from '../lib/core/records/records';
import type { StepOutcome } from './customer';
import type { LoadOrder, WindowLine } from './protocol';
import { windowAt, windowStartMs } from './schedule';

/** A journey begun later than this says more about us than about the team. */
export const lagLimitMs = 50;

/** A line that was already sent is not sent again sooner than this, unless it is final. */
const resendMs = 1000;

interface Cell {
  expected: number;
  readonly counts: Record<StepClass, number>;
  readonly latencies: number[];
  readonly lags: number[];
  readonly flags: Set<string>;
  /** Journeys begun in this window that have not ended. */
  underWay: number;
  sentAtMs: number | undefined;
  changed: boolean;
}

/**
 * Counts steps per window and team, and says when a window's line is due.
 *
 * A step is expected and counted in the window in which it was sent; a step never sent, in the window in which its journey began.
 * So `expected` follows the steps, and is more than the sum of the classes only by what the engine itself failed to do. Steps sent outside
 * the order's windows are not counted at all.
 *
 * Being late spoils the journeys that were late and nothing else: they are expected, and missing. When most of a window's were, less than
 * half of it is left, and by the game's own rule it is unchecked. To give up whole windows for a few late journeys would
 * throw away what was measured well, for every team at once, whenever the machine was busy for a moment.
 */
export class WindowCounts {
  readonly #order: LoadOrder;
  readonly #journeySteps: number;
  /** Per team, by window, ascending; a window whose line is final is dropped. */
  readonly #cells: Map<number, Cell>[];
  /** The first window that has no cells yet. */
  #unopened: number;
  /** Records that came for windows already final; above 0 only when an engine's stream was late. */
  late = 0;

  constructor(order: LoadOrder, journeySteps: number) {
    this.#order = order;
    this.#journeySteps = journeySteps;
    this.#cells = order.teams.map(() => new Map<number, Cell>());
    this.#unopened = order.fromWindow;
  }

  /** A journey of `window` is to begin, `lagMs` late. False when that is too late: it is missing then, and nothing of it may be counted. */
  begun(team: number, window: number, lagMs: number): boolean {
    const isInTime = lagMs <= lagLimitMs;
    this.#change(team, window, (cell) => {
      if (isInTime) cell.underWay++;
      cell.lags.push(lagMs);
    });
    if (!isInTime) this.missed(team, window, 'engine-lag');
    return isInTime;
  }

  /** A journey of `window` could not be begun, or not be gone on with, for a reason of our own: its `steps` are expected, and missing. */
  missed(team: number, window: number, reason: string, steps = this.#journeySteps): void {
    this.#change(team, window, (cell) => {
      cell.expected += steps;
      cell.flags.add(reason);
    });
  }

  /** A step sent at this real instant came to this. */
  stepped(team: number, sentMs: number, outcome: StepOutcome): void {
    this.#change(team, windowAt(this.#order, sentMs), (cell) => {
      cell.expected++;
      cell.counts[outcome.class]++;
      if (outcome.latencyMs !== undefined) cell.latencies.push(outcome.latencyMs);
    });
  }

  /** A journey begun in `window` is over; `unsent` of its steps were never sent because one before them was faulty or failed. */
  ended(team: number, window: number, unsent: number): void {
    this.#change(team, window, (cell) => {
      cell.underWay--;
      cell.expected += unsent;
      cell.counts.failed += unsent;
    });
  }

  /**
   * Lines to be sent now. A window's line is due when it is over and no journey begun in it or before is under way, at the latest one timeout
   * after its end; and again when it has grown.
   *
   * @param seenMs real instant up to which everything that happened has been recorded here
   */
  due(seenMs: number): WindowLine[] {
    return this.#take((window, underWay, cell) => {
      const endMs = windowStartMs(this.#order, window + 1);
      if (endMs > seenMs) return false;
      if (underWay === 0) return true;
      if (cell.sentAtMs !== undefined) return seenMs >= cell.sentAtMs + resendMs;
      return seenMs >= endMs + this.#order.timeoutMs;
    }, seenMs);
  }

  /** The last lines: of all windows begun up to `seenMs`, whatever is still under way. */
  flush(seenMs: number): WindowLine[] {
    return this.#take((window) => windowStartMs(this.#order, window) <= seenMs, seenMs);
  }

  #take(isDue: (window: number, underWay: number, cell: Cell) => boolean, nowMs: number): WindowLine[] {
    const lines: WindowLine[] = [];
    this.#open(windowAt(this.#order, nowMs));
    this.#cells.forEach((cells, team) => {
      let underWay = 0;
      for (const [window, cell] of cells) {
        underWay += cell.underWay;
        if (windowStartMs(this.#order, window) > nowMs) break;
        if (!isDue(window, underWay, cell)) continue;
        if (cell.changed) lines.push(lineOf(window, this.#order.teams[team]?.id ?? '', cell));
        cell.changed = false;
        cell.sentAtMs = nowMs;
        if (underWay === 0) cells.delete(window);
      }
    });
    return lines.sort((a, b) => a.window - b.window);
  }

  #change(team: number, window: number, change: (cell: Cell) => void): void {
    if (window < this.#order.fromWindow || window >= this.#order.untilWindow) return;
    this.#open(window);
    const cell = this.#cells[team]?.get(window);
    if (cell === undefined) {
      this.late++;
      return;
    }
    change(cell);
    cell.changed = true;
  }

  #open(window: number): void {
    for (; this.#unopened <= window && this.#unopened < this.#order.untilWindow; this.#unopened++) {
      for (const cells of this.#cells) cells.set(this.#unopened, newCell());
    }
  }
}

function newCell(): Cell {
  return {
    expected: 0,
    counts: { fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 },
    latencies: [],
    lags: [],
    flags: new Set(),
    underWay: 0,
    sentAtMs: undefined,
    // A window in which nothing happened is told too.
    changed: true,
  };
}

function lineOf(window: number, team: string, cell: Cell): WindowLine {
  return {
    window,
    team,
    expected: cell.expected,
    ...cell.counts,
    p50Ms: rounded(percentile(cell.latencies, 0.5)),
    p95Ms: rounded(percentile(cell.latencies, 0.95)),
    lagMs: rounded(percentile(cell.lags, 0.99)),
    flags: [...cell.flags].sort(),
  };
}

/** Nearest-rank percentile; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
