import type { TeamWindow } from '../../lib/core/scorer/ports';
import type { LoadRun } from '../program';
import type { LoadOrder, WindowLine } from '../protocol';
import { windowMs } from './calendar-plan';
import { Engagement } from './engagement';
import { nextChange, ownerOf } from './next-order';
import type { LoadNote } from './note';
import type { WantedLoad } from './wanted-load';

/** What a shift works with. */
export interface ShiftParts {
  readonly start: (order: LoadOrder, tell: (line: WindowLine) => void) => Promise<LoadRun>;
  /** How long an engine needs to get ready for an order, ms. */
  readonly leadMs: (order: LoadOrder) => number;
  readonly window: (window: TeamWindow) => void;
  /** An engine ended that should not have. */
  readonly restarting: () => void;
  readonly note: LoadNote;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** An engine that lasted this long did not die of its order. */
const SETTLED_MS = 60_000;

/**
 * Keeps engines at work on what is wanted now. Every window is sent by one engine; one in which nobody sent what was planned is told as expected
 * and missing: our failure, and not the team's.
 */
export class Shift {
  private engagements: Engagement[] = [];
  private accountedUntil: number | undefined;
  private deaths = 0;
  private restAtMs = 0;

  constructor(private readonly parts: ShiftParts) {}

  /**
   * Brings what is under way in line with what is wanted. To be called every second or so.
   *
   * @param halted nothing is to be sent right now: the event is paused or closed
   */
  update(wanted: WantedLoad, nowMs: number, halted: boolean): void {
    const current = Math.floor(nowMs / windowMs);
    this.account(wanted, current);
    if (halted) this.halt(current);
    this.engagements = this.engagements.filter((each) => !each.isOver(current));
    if (nowMs < this.restAtMs) return;
    const change = nextChange(this.engagements, wanted, nowMs, this.parts.leadMs);
    if (change === undefined) return;
    const { fromWindow, order } = change;
    const replaced = this.engagements.some(({ untilWindow }) => untilWindow > fromWindow);
    for (const each of this.engagements) each.cutTo(fromWindow, nowMs);
    this.engagements = this.engagements.filter(({ order }) => order.fromWindow < fromWindow);
    const starts = new Date(fromWindow * windowMs).toISOString();
    if (order === undefined) return this.parts.note('info', 'nothing to send', { from: starts });
    this.parts.note('info', 'engine starts', { from: starts, windows: order.untilWindow - fromWindow });
    this.engagements.push(this.engage(order, replaced, nowMs));
  }

  /** Begins nothing more; resolves when what was under way has been told. */
  async stop(): Promise<void> {
    await Promise.all(this.engagements.map((each) => each.stop()));
  }

  private engage(order: LoadOrder, replaces: boolean, sinceMs: number): Engagement {
    return new Engagement(order, replaces, {
      ...this.parts,
      died: (engagement, problem) => {
        const lastedMs = Date.now() - sinceMs;
        this.deaths = lastedMs > SETTLED_MS ? 1 : this.deaths + 1;
        const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.deaths - 1));
        this.restAtMs = Date.now() + (this.deaths === 1 ? 0 : waitMs);
        engagement.loseAfter(Math.floor(Date.now() / windowMs));
        this.parts.restarting();
        this.parts.note('error', 'engine died, and is started again', { problem, deaths: this.deaths });
      },
    });
  }

  private halt(current: number): void {
    for (const each of this.engagements.filter(({ order }) => order.fromWindow <= current)) {
      each.loseAfter(current);
      void each.stop();
    }
  }

  /** Tells the windows that are over and in which a team was sent nothing of what was planned. */
  private account({ plan, everybody, journeySteps }: WantedLoad, current: number): void {
    for (let window = this.accountedUntil ?? current; window < current; window++) {
      const owner = ownerOf(this.engagements, window);
      for (const team of everybody) {
        const journeys = plan.journeys(team, window);
        if (journeys === 0 || owner?.covers(team, window) === true) continue;
        this.parts.window({
          ...nothingSent,
          team,
          startsAt: window * windowMs,
          expected: journeys * journeySteps,
          flags: [owner === undefined ? 'engine-start' : 'engine-address'],
        });
        this.parts.note('warn', 'planned and not sent', { team, window: new Date(window * windowMs).toISOString() });
      }
    }
    this.accountedUntil = Math.max(this.accountedUntil ?? current, current);
  }
}

const nothingSent = { fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0, p50Ms: 0, p95Ms: 0 };
