import type { JourneyTarget } from '../../../load/embedded/walk-journey';
import type { Instant } from '../../core/event/event';
import type { RehearsalClock } from '../clock';

/** Where customers of a team come in. */
export interface TeamAddress extends JourneyTarget {
  readonly id: string;
}

/** How far a rehearsal is, and where its teams can be reached, for whoever asks from outside. */
export class Pace {
  private reached: readonly TeamAddress[] = [];
  private lead: () => number = () => 0;

  constructor(private readonly clock: RehearsalClock) {}

  /** Real requests can be sent to these teams, while event time runs. @param leadMs from asking for an engine to its first request */
  reach(teams: readonly TeamAddress[], leadMs: () => number): void {
    this.reached = teams;
    this.lead = leadMs;
  }

  /** The event's calendar at a real instant, in whole milliseconds as the log has them. */
  at(realMs = Date.now()): Instant {
    return Math.ceil(this.clock.now(realMs));
  }

  /** When a start that is asked for now takes effect. */
  beginsAt(now: Instant): Instant {
    return now + this.lead();
  }

  /** Event seconds per real second while event time runs; 0 at full speed. */
  get speed(): number {
    return this.clock.speed;
  }

  get teams(): readonly TeamAddress[] {
    return this.reached;
  }
}
