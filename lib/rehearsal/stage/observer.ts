import type { GameDayEvent } from '../../core/event/event';
import { usdPerHour } from '../../core/prices';
import type { RehearsalJournal } from '../records/journal';
import type { RoundFacts } from '../load/round-collector';
import type { Stage } from './stage';

/** Looks at what every team runs at the end of each round: what it costs, and which weaknesses are gone. */
export class Observer {
  private readonly spend: RoundFacts['spend'][] = [];
  private readonly present: Map<string, ReadonlySet<string>>;

  constructor(
    private readonly event: GameDayEvent,
    private readonly stage: Stage,
    private readonly journal: RehearsalJournal,
  ) {
    this.present = new Map(stage.teams.map((each) => [each.team.id, new Set(each.present())]));
    this.observeAtEndOf(0);
  }

  /** Facts of a round that has ended. */
  of(round: number): RoundFacts {
    const startsAt = new Date(this.journal.instant(round * this.event.roundSeconds)).toISOString();
    return { startsAt, spend: this.spend[round] ?? new Map() };
  }

  private observeAtEndOf(round: number): void {
    this.stage.agenda.add((round + 1) * this.event.roundSeconds, () => {
      this.spend[round] = new Map(this.stage.teams.map(({ team, world }) => [team.id, usdPerHour(world.resources())]));
      this.noteRepairs();
      this.observeAtEndOf(round + 1);
    });
  }

  private noteRepairs(): void {
    for (const each of this.stage.teams) {
      const team = each.team.id;
      const now = new Set(each.present());
      for (const weakness of this.present.get(team) ?? []) {
        if (now.has(weakness)) continue;
        this.journal.addFact(this.stage.eventSeconds, {
          id: `${team}-repaired-${weakness}`,
          by: 'scorer',
          type: 'repaired',
          team,
          weakness,
        });
      }
      this.present.set(team, now);
    }
  }
}
