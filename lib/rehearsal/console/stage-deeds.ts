import type { RehearsalJournal } from '../records/journal';
import { wholeMs } from '../stage/experiments';
import type { Stage } from '../stage/stage';
import { isDeed, type Deed } from './deed';
import { outcomeOf } from './outcome';

/** What people do to the teams of a rehearsal: written down, and done at its instant, as what bots did is again when the rehearsal goes on. */
export class StageDeeds {
  constructor(
    private readonly stage: Stage,
    private readonly journal: RehearsalJournal,
  ) {
    for (const fact of journal.facts()) {
      const atSeconds = journal.secondsOf(fact);
      if (isDeed(fact)) this.plan(atSeconds, fact);
      if (fact.type === 'repair-made') stage.agenda.add(atSeconds, () => stage.find(fact.team).repair(fact.weakness));
    }
  }

  /** Writes a deed down at this instant, and does it before event time goes on. */
  take(deed: Deed): void {
    const atSeconds = wholeMs(this.stage.eventSeconds);
    this.journal.addFact(atSeconds, deed);
    this.plan(atSeconds, deed);
    // At once, also while event time stands still: whoever did it looks what became of it.
    this.stage.advance(atSeconds);
  }

  private plan(atSeconds: number, deed: Deed): void {
    this.stage.agenda.add(atSeconds, () => {
      const outcome = outcomeOf(this.stage.find(deed.team), deed);
      // What the team has meanwhile made impossible does not happen; whoever asked was told otherwise a moment before.
      if (outcome.ok) outcome.act();
    });
  }
}
