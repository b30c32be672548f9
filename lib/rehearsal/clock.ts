import type { Instant } from '../core/event/event';
import { secondsAt, type Run, type Timeline } from '../core/time/timeline';

/** A stretch of the calendar in which it passes evenly. */
interface Stretch {
  readonly until: Instant;
  /** Milliseconds of the calendar per real millisecond; 0 where it stands until somebody says that it is later. */
  readonly rate: number;
}

/**
 * The event's calendar against real time. While event time runs, the calendar passes as fast; before the start and in pauses it passes with
 * the real clock, so that what is written down then lies there. What has passed of a pause is not waited for again by a rehearsal that
 * goes on.
 */
export class RehearsalClock {
  private anchor: { readonly at: Instant; readonly realMs: number };

  /**
   * @param speed event seconds per real second; 0: event time is where `set` says while it runs
   * @param at where the calendar is now
   * @param knownUntil the instant of the newest entry when a rehearsal goes on: pauses up to it have passed
   */
  constructor(
    private readonly journal: { readonly timeline: Timeline },
    readonly speed: number,
    at: Instant,
    private readonly knownUntil: Instant,
  ) {
    this.anchor = { at, realMs: Date.now() };
  }

  /** The calendar is here at a real instant; until then it stands. */
  set(at: Instant, realMs = Date.now()): void {
    this.anchor = { at, realMs };
  }

  /** The calendar at a real instant, with fractions of milliseconds. */
  now(realMs = Date.now()): Instant {
    let { at } = this.anchor;
    let leftMs = Math.max(0, realMs - this.anchor.realMs);
    for (;;) {
      const { until, rate } = this.stretchFrom(at);
      const lastsMs = (until - at) / rate;
      if (!(leftMs >= lastsMs)) return at + leftMs * rate;
      leftMs -= lastsMs;
      at = until;
    }
  }

  /** Event time at a real instant, in seconds. */
  seconds(realMs = Date.now()): number {
    return secondsAt(this.journal.timeline, this.now(realMs));
  }

  /** The real instant at which the calendar is here, as far as is known; what is before `set` counts as then. */
  realMs(instant: Instant): number {
    let { at, realMs } = this.anchor;
    while (at < instant) {
      const { until, rate } = this.stretchFrom(at);
      const to = Math.min(until, instant);
      realMs += (to - at) / rate;
      at = to;
    }
    return realMs;
  }

  /** The stretch of running event time that it is now or that comes next; undefined when none is known. */
  run(realMs = Date.now()): Run | undefined {
    const now = this.now(realMs);
    return this.journal.timeline.runs.find((run) => endOf(run) > now);
  }

  /** The real instant from which event time moves in a run: its start, or where the calendar is first. */
  movesFromMs(run: Run): number {
    return this.realMs(Math.max(run.startsAt, this.anchor.at));
  }

  private stretchFrom(at: Instant): Stretch {
    const { runs } = this.journal.timeline;
    const run = runs.find((each) => each.startsAt <= at && at < endOf(each));
    if (run !== undefined) return { until: endOf(run), rate: this.speed };
    const next = runs.find(({ startsAt }) => startsAt > at)?.startsAt ?? Infinity;
    return at < this.knownUntil ? { until: Math.min(next, this.knownUntil), rate: Infinity } : { until: next, rate: 1 };
  }
}

/** Infinity while no end is known. */
const endOf = ({ startsAt, fromMs, toMs }: Run): Instant => startsAt + toMs - fromMs;
