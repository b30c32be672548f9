import type { Snapshot } from '../../core/view/snapshot';
import type { Records } from './records';

/** What the audience sees of a rehearsal, in memory for the pages and in the folder for whoever comes later. */
export class Board {
  private text: string;

  constructor(private readonly records: Records) {
    this.text = JSON.stringify(records.journal.snapshot(0, Date.now(), 0));
  }

  /** The content of `scoreboard.json`. */
  readonly content = (): string => this.text;

  /** Shows the game as it is at `eventSeconds`; event time goes on at `speed` event seconds per real second. */
  show(eventSeconds: number, speed: number): Snapshot {
    const snapshot = this.records.journal.snapshot(eventSeconds, Date.now(), speed);
    this.text = JSON.stringify(snapshot);
    this.records.folder.writeScoreboard(snapshot);
    return snapshot;
  }
}
