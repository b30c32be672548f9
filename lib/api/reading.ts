import type { GameDayEvent, Instant } from '../core/event/event';
import { playDay, type Game, type GameTeam } from '../core/game';
import type { LogEntry, RoundRecord } from '../core/records/records';
import { dayOf, type Day } from '../core/time/day';
import { snapshotOf, type Live, type Snapshot } from '../core/view/snapshot';
import type { ApiPorts } from './ports';

/** The records as they were read at an instant, and the views of their fold, each worked out when somebody asks for it. */
export class Reading {
  private folded: Game | undefined;
  private shown: Snapshot | undefined;
  readonly day: Day;

  constructor(
    readonly event: GameDayEvent,
    readonly rounds: readonly RoundRecord[],
    readonly log: readonly LogEntry[],
    readonly now: Instant,
    readonly live: Live,
  ) {
    this.day = dayOf(event, log, now);
  }

  /** The game as it truly stands: for organizers, and of a team for itself. */
  get game(): Game {
    return (this.folded ??= playDay(this.event, this.rounds, this.day));
  }

  /** What everybody may see. */
  get snapshot(): Snapshot {
    return (this.shown ??= snapshotOf(this.event, this.rounds, this.log, this.now, this.live, () => this.game));
  }

  team(id: string): GameTeam {
    return this.game.teams.find(({ team }) => team === id)!;
  }
}

/**
 * Reads the records; within a second the same ones give the same reading, so that a hundred pages cost one fold. Whoever has just written sees it:
 * a longer log is another one.
 */
export function readerOf({
  event,
  records,
  clock,
}: Pick<ApiPorts, 'event' | 'records' | 'clock'>): () => Promise<Reading> {
  let last: { readonly key: string; readonly reading: Reading } | undefined;
  return async () => {
    const [rounds, log] = await Promise.all([records.rounds(), records.log()]);
    const asOf = clock.realNow();
    const key = `${rounds.length} ${log.length} ${Math.floor(asOf / 1000)}`;
    if (last?.key !== key) {
      const live = { asOf, speed: clock.speed() };
      // Copies: what is read must not grow while it is looked at.
      last = { key, reading: new Reading(event, [...rounds], [...log], clock.now(), live) };
    }
    return last.reading;
  };
}
