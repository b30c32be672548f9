import type { TeamWindow } from '../../lib/core/scorer/ports';
import type { LoadRun } from '../program';
import type { LoadOrder, WindowLine } from '../protocol';
import { windowMs } from './calendar-plan';
import type { Appointment } from './next-order';
import { reasonOf } from './note';

interface EngagementParts {
  readonly start: (order: LoadOrder, tell: (line: WindowLine) => void) => Promise<LoadRun>;
  readonly window: (window: TeamWindow) => void;
  readonly died: (engagement: Engagement, problem: string) => void;
}

/** One engine at work on one order, until its end or until another takes over. */
export class Engagement implements Appointment {
  private until: number;
  private readonly run: Promise<LoadRun | undefined>;
  private readonly ended: Promise<void>;
  private stopped = false;
  private hasEnded = false;
  private timer: NodeJS.Timeout | undefined;

  /** @param replaces it takes over from another in the middle of its order */
  constructor(
    readonly order: LoadOrder,
    private readonly replaces: boolean,
    private readonly parts: EngagementParts,
  ) {
    this.until = order.untilWindow;
    const run = parts.start(order, (line) => this.tell(line));
    this.run = run.catch(() => undefined);
    this.ended = run
      .then(({ ended }) => ended)
      .then(
        () => this.end('it ended before its time'),
        (error: unknown) => this.end(reasonOf(error)),
      );
  }

  /** The window before which another takes over. */
  get untilWindow(): number {
    return this.until;
  }

  /** Whether nothing more can come of it. */
  isOver(current: number): boolean {
    return this.hasEnded && this.until <= current;
  }

  /** Whether it sends to this team in a window. */
  covers(team: string, window: number): boolean {
    const planned = this.order.teams.find(({ id }) => id === team)?.journeysPerWindow ?? [];
    return (planned[window - this.order.fromWindow] ?? 0) > 0;
  }

  /** Another takes over: it goes on until then, and is stopped at once where it had not begun. */
  cutTo(window: number, nowMs: number): void {
    if (window >= this.until) return;
    this.until = window;
    if (window <= this.order.fromWindow) return void this.stop();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.stop(), Math.max(0, window * windowMs - nowMs));
  }

  /** Nothing comes of it after this window. */
  loseAfter(window: number): void {
    this.until = Math.min(this.until, window + 1);
  }

  /** Resolves when what was under way has been told. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    // k6 takes a second signal for impatience.
    if (!this.stopped) {
      this.stopped = true;
      (await this.run)?.stop();
    }
    await this.ended;
  }

  private end(problem: string): void {
    this.hasEnded = true;
    clearTimeout(this.timer);
    if (!this.stopped && Date.now() < this.until * windowMs) this.parts.died(this, problem);
  }

  private tell({ window, lagMs: _lag, ...line }: WindowLine): void {
    if (window >= this.until) return;
    // What was in flight at a change is cut, and neither expected nor failed: such windows hold a little less than planned.
    const isCut = window === this.until - 1 && this.until < this.order.untilWindow;
    const isChanged = isCut || (this.replaces && window === this.order.fromWindow);
    const flags = isChanged ? [...line.flags, 'engine-change'] : line.flags;
    this.parts.window({ ...line, startsAt: window * windowMs, flags });
  }
}
