import type { Arrivals } from '../customers/arrivals';
import type { Visits } from '../customers/visits';
import type { Flow } from '../flow';
import { EventQueue } from './event-queue';

/**
 * Kinds of events; a number in the queue is `subject * kinds + kind`. Nobody else needs to know: what one module imports from another as a
 * constant is a call of a getter when tsx has compiled it, which took a tenth of the arena's time.
 */
const journeyDue = 0;
const workDue = 1;
const actionDue = 2;
const kinds = 4;

/** The world's clock and what is to happen. Instants are event seconds. */
export class Simulation {
  now = 0;
  private readonly queue = new EventQueue();
  private readonly actions: ((() => void) | undefined)[] = [];
  private readonly free: number[] = [];

  /** Plans something rare (a health check, a boot). What is frequent has event kinds of its own. An instant in the past is now. */
  at(time: number, action: () => void): void {
    const slot = this.free.pop() ?? this.actions.length;
    this.actions[slot] = action;
    this.queue.push(Math.max(time, this.now), slot * kinds + actionDue);
  }

  /** A journey is to begin. */
  journeyAt(time: number, generation: number): void {
    this.queue.push(time, generation * kinds + journeyDue);
  }

  /** A request inside a server is to go on. */
  workAt(time: number, slot: number): void {
    this.queue.push(time, slot * kinds + workDue);
  }

  after(seconds: number, action: () => void): void {
    this.at(this.now + seconds, action);
  }

  /** Repeats for ever, for the first time one interval from now. */
  every(seconds: number, action: () => void): void {
    this.after(seconds, () => {
      action();
      this.every(seconds, action);
    });
  }

  /** Plays everything up to an instant, clients that give up included; going back does nothing. */
  advance(toSeconds: number, visits: Visits, arrivals: Arrivals, flow: Flow): void {
    const { queue } = this;
    for (;;) {
      const next = queue.next();
      const givesUp = visits.nextGivesUpAt();
      if (givesUp < next) {
        if (givesUp > toSeconds) break;
        this.now = givesUp;
        visits.giveUpFirst();
        continue;
      }
      if (next > toSeconds) break;
      this.now = next;
      const what = queue.pop();
      const kind = what % kinds;
      const subject = (what - kind) / kinds;
      if (kind === workDue) flow.wake(subject);
      else if (kind === journeyDue) arrivals.due(subject);
      else this.runAction(subject);
    }
    this.now = Math.max(this.now, toSeconds);
  }

  private runAction(slot: number): void {
    const action = this.actions[slot];
    this.actions[slot] = undefined;
    this.free.push(slot);
    action?.();
  }
}
