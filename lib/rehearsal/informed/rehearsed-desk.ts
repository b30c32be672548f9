import { ChatDesk } from '../../chat/chat-desk';
import type { Chat } from '../../chat/chat';
import { deskStep, type DeskDay } from '../../core/informed/desk';
import { dayOf } from '../../core/time/day';
import type { Fact } from '../records/journal';
import type { Rehearsal } from '../rehearsal';
import { agreementsOfStandIns, alarmsAfter } from './stand-ins';
import { votesOfBots } from './votes-of-bots';

/** How often the desk looks at the day, event seconds. */
const LOOK_SECONDS = 10;
/** A step's entries make another step due; a day has no more in one instant than this. */
const STEPS = 20;

/**
 * The desk of a rehearsed event of the informed style. Its environments are not worlds of their own: every team of heroes has a copy of
 * the one that was decided on, all copies get the same fault at the same instant, and guardrails apply to each as they would there. So
 * teams can be compared, which share one environment on the day.
 */
export class RehearsedDesk {
  private readonly chat: ChatDesk;

  /** Looks at the day from now on. */
  constructor(
    private readonly rehearsal: Rehearsal,
    chat: Chat,
  ) {
    this.chat = new ChatDesk(chat, (entry) => void rehearsal.order(entry));
    this.lookFrom(rehearsal.stage.eventSeconds);
  }

  /** Tells the chat what there is to tell, and hears how people vote. */
  tell(): Promise<void> {
    return this.chat.tell(this.day());
  }

  private lookFrom(seconds: number): void {
    this.rehearsal.stage.agenda.add(seconds, () => {
      this.step();
      if (seconds < this.rehearsal.journal.endsSeconds) this.lookFrom(seconds + LOOK_SECONDS);
    });
  }

  private step(): void {
    for (let step = 0; step < STEPS; step += 1) {
      const day = this.day();
      const known = new Set(day.entries.map(({ entry }) => entry.id));
      const due: readonly Fact[] = [
        ...alarmsAfter(day, this.rehearsal.journal.measurements().at(-1)),
        ...votesOfBots(day, this.rehearsal.seed),
        ...deskStep(day, this.chat.shown(day)),
        ...agreementsOfStandIns(day),
      ].filter(({ id }) => !known.has(id));
      if (due.length === 0) return;
      for (const fact of due) this.rehearsal.note(fact);
    }
  }

  private day(): DeskDay {
    const { event, journal, scenario, stage } = this.rehearsal;
    const day = dayOf(event, journal.facts(), journal.factInstant(stage.eventSeconds));
    return { event, cards: scenario.experiments, ...day };
  }
}
