import type { GameDayEvent, Instant } from '../../core/event/event';
import { play, type Game } from '../../core/game';
import type { LogEntry, RoundRecord, UndatedEntry } from '../../core/records/records';
import { snapshotOf, type Snapshot } from '../../core/view/snapshot';
import type { FolderContent } from './folder';

/** A fact of the day without its instant, which event time gives. */
export type Fact = UndatedEntry;

/** Where records are kept as they come; a game that nobody reads again needs none. */
export interface JournalSink {
  appendRound(record: RoundRecord): void;
  appendLog(entry: LogEntry): void;
}

/** The records of a rehearsal, in memory and where they are kept, and the views of their fold. */
export class RehearsalJournal {
  private readonly rounds: RoundRecord[];
  private readonly log: LogEntry[];
  private readonly ids: Set<string>;
  private readonly measured = new Set<number>();

  constructor(
    readonly event: GameDayEvent,
    private readonly sink?: JournalSink,
    known: Pick<FolderContent, 'rounds' | 'log'> = { rounds: [], log: [] },
  ) {
    this.rounds = [...known.rounds];
    for (const round of this.rounds) this.noteMeasured(round);
    this.log = [...known.log];
    this.ids = new Set(this.log.map(({ id }) => id));
  }

  /** Instant on the event's calendar; a rehearsal does not pause. */
  instant(eventSeconds: number): Instant {
    return this.event.startsAt + Math.round(eventSeconds * 1000);
  }

  addRound(record: RoundRecord): void {
    this.rounds.push(record);
    this.noteMeasured(record);
    this.sink?.appendRound(record);
  }

  /**
   * Writes a fact down, unless one of that id is known already: a rehearsal that goes on comes by some facts again. What comes after
   * the event's end is none: the last windows are settled then, and bots still see and act.
   */
  addFact(atSeconds: number, fact: Fact): void {
    if (this.ids.has(fact.id) || atSeconds > this.event.durationSeconds) return;
    const entry = { ...fact, at: new Date(this.instant(atSeconds)).toISOString() };
    this.ids.add(entry.id);
    this.log.push(entry);
    this.sink?.appendLog(entry);
  }

  facts(): readonly LogEntry[] {
    return this.log;
  }

  measurements(): readonly RoundRecord[] {
    return this.rounds;
  }

  /** Rounds that all teams have a measurement of. */
  measuredRounds(): ReadonlySet<number> {
    return this.measured;
  }

  game(eventSeconds: number): Game {
    return play(this.event, this.rounds, this.log, this.instant(eventSeconds));
  }

  /** What the audience sees at `eventSeconds`, which it is at the real instant `asOf`. */
  snapshot(eventSeconds: number, asOf: Instant, speed: number): Snapshot {
    return snapshotOf(this.event, this.rounds, this.log, this.instant(eventSeconds), { asOf, speed });
  }

  private noteMeasured({ round, teams }: RoundRecord): void {
    if (this.event.teams.every(({ id }) => id in teams)) this.measured.add(round);
  }
}
