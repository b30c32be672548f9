import type { Instant } from '../../core/event/event';
import type { Snapshot } from '../../core/view/snapshot';
import type { Records } from './records';

/** What the audience sees of a rehearsal, in memory for the pages and in the folder for whoever comes later. */
export class Board {
  private text: string;

  constructor(
    private readonly records: Records,
    at: Instant,
  ) {
    this.text = JSON.stringify(records.journal.snapshot(at, Date.now(), 0));
  }

  /** The content of `scoreboard.json`. */
  readonly content = (): string => this.text;

  /** Shows the game as it is at an instant of the calendar; event time goes on at `speed` event seconds per real second. */
  show(at: Instant, speed: number): Snapshot {
    const snapshot = this.records.journal.snapshot(at, Date.now(), speed);
    this.text = JSON.stringify(snapshot);
    this.records.folder.writeScoreboard(snapshot);
    return snapshot;
  }
}
