import type { GameDayEvent, Instant } from '../../core/event/event';
import { play, type Game } from '../../core/game';
import type { LogEntry, RoundRecord, UndatedEntry } from '../../core/records/records';
import { dayOf, type Day } from '../../core/time/day';
import { END_OF_TIME, endsSecondsOf, roundsOf, secondsAt, type Timeline } from '../../core/time/timeline';
import { trafficFactors } from '../../core/time/traffic';
import { snapshotOf, type Snapshot } from '../../core/view/snapshot';
import type { FolderContent } from './folder';

/** A fact of the day without its instant, which event time gives. */
export type Fact = UndatedEntry;

/** Where records are kept as they come; a game that nobody reads again needs none. */
export interface JournalSink {
  appendRound(record: RoundRecord): void;
  appendLog(entry: LogEntry): void;
}

/** What changes how event time and the calendar belong together, or what is planned. */
const turns: ReadonlySet<LogEntry['type']> = new Set([
  'started',
  'paused',
  'resumed',
  'extended',
  'closed',
  'traffic',
  'retracted',
]);

/** What is known of the day by the whole log, what is yet to come included. */
interface Known extends Pick<Day, 'timeline' | 'entries'> {
  readonly factors: Map<string, ReturnType<typeof trafficFactors>>;
}

/** The records of a rehearsal, in memory and where they are kept, and the views of their fold. */
export class RehearsalJournal {
  private readonly rounds: RoundRecord[];
  private readonly log: LogEntry[];
  private readonly ids: Set<string>;
  private readonly measured = new Set<number>();
  private known: Known;
  private turned = 0;
  private standing: (() => Instant) | undefined;

  constructor(
    readonly event: GameDayEvent,
    private readonly sink?: JournalSink,
    known: Pick<FolderContent, 'rounds' | 'log'> = { rounds: [], log: [] },
  ) {
    this.log = [...known.log];
    this.ids = new Set(this.log.map(({ id }) => id));
    this.known = this.read();
    this.rounds = [...known.rounds];
    for (const round of this.rounds) this.noteMeasured(round);
  }

  /** By the whole log, what is yet to come included. */
  get timeline(): Timeline {
    return this.known.timeline;
  }

  /** Grows with every entry that changes the timeline or what is planned. */
  get turn(): number {
    return this.turned;
  }

  /** Event time at which the event ends for the last team, as far as is known. */
  get endsSeconds(): number {
    return this.timeline.endsMs / 1000;
  }

  /** Instant of the newest fact; undefined while there is none. */
  get newestAt(): Instant | undefined {
    return this.log.reduce<Instant | undefined>(
      (newest, { at }) => Math.max(newest ?? -Infinity, Date.parse(at)),
      undefined,
    );
  }

  /** What is written down while event time stands still has its instant from here. */
  standBy(now: () => Instant): void {
    this.standing = now;
  }

  /** Live changes of a team's traffic, those that are yet to come included. */
  factors(team: string): ReturnType<typeof trafficFactors> {
    const { factors, entries, timeline } = this.known;
    const there = factors.get(team);
    if (there !== undefined) return there;
    const found = trafficFactors(entries, timeline, team);
    factors.set(team, found);
    return found;
  }

  /** Whether a round is one of a team's, as far as is known. */
  isRoundOf(team: string, round: number): boolean {
    return round < roundsOf(this.event, this.timeline, team);
  }

  /** Event time of an entry. */
  secondsOf({ at }: Pick<LogEntry, 'at'>): number {
    return secondsAt(this.timeline, Date.parse(at));
  }

  /** The instant on the event's calendar at which event time is or will be this if nothing more is paused; where it stood still, the one at which it goes on. */
  instant(eventSeconds: number): Instant {
    const ms = Math.round(eventSeconds * 1000);
    const { runs } = this.timeline;
    const run = runs.findLast(({ fromMs }) => fromMs <= ms) ?? runs[0];
    return ms + (run === undefined ? this.event.startsAt : run.startsAt - run.fromMs);
  }

  /** The instant that belongs to what happens at a moment of event time, which may stand still then. */
  factInstant(eventSeconds: number): Instant {
    const at = this.instant(eventSeconds);
    const { runs, paused } = this.timeline;
    const isHeld = paused && eventSeconds * 1000 >= (runs.at(-1)?.toMs ?? 0);
    return isHeld || runs.length === 0 ? Math.max(at, Math.ceil(this.standing?.() ?? at)) : at;
  }

  addRound(record: RoundRecord): void {
    this.rounds.push(record);
    this.noteMeasured(record);
    this.sink?.appendRound(record);
  }

  /**
   * Writes a fact down, unless one of that id is known already: a rehearsal that goes on comes by some facts again. What comes after
   * the event's end, for the team that it is about, is none: the last windows are settled then, and bots still see and act.
   */
  addFact(atSeconds: number, fact: Fact): void {
    const ends = 'team' in fact && fact.team !== undefined ? endsSecondsOf(this.timeline, fact.team) : this.endsSeconds;
    if (atSeconds > ends) return;
    this.append({ ...fact, at: new Date(this.factInstant(atSeconds)).toISOString() });
  }

  /** Writes an entry down as it is, unless one of its id is known already. */
  append(entry: LogEntry): void {
    if (this.ids.has(entry.id)) return;
    this.ids.add(entry.id);
    this.log.push(entry);
    if (turns.has(entry.type)) {
      this.known = this.read();
      this.turned += 1;
    }
    this.sink?.appendLog(entry);
  }

  facts(): readonly LogEntry[] {
    return this.log;
  }

  measurements(): readonly RoundRecord[] {
    return this.rounds;
  }

  /** Rounds that all teams whose they are have a measurement of. */
  measuredRounds(): ReadonlySet<number> {
    return this.measured;
  }

  game(eventSeconds: number): Game {
    return this.gameAt(this.instant(eventSeconds));
  }

  gameAt(at: Instant): Game {
    return play(this.event, this.rounds, this.log, at);
  }

  /** What the audience sees at an instant of the calendar, which it is at the real instant `asOf`. */
  snapshot(at: Instant, asOf: Instant, speed: number): Snapshot {
    return snapshotOf(this.event, this.rounds, this.log, at, { asOf, speed });
  }

  private read(): Known {
    const { timeline, entries } = dayOf(this.event, this.log, END_OF_TIME);
    return { timeline, entries, factors: new Map() };
  }

  private noteMeasured({ round, teams }: RoundRecord): void {
    if (this.event.teams.every(({ id }) => id in teams || !this.isRoundOf(id, round))) this.measured.add(round);
  }
}
