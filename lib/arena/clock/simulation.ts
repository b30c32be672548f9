import { EventQueue } from './event-queue';

/** Kinds of events; a number in the queue is `subject * eventKinds + kind`. */
export const journeyDue = 0;
export const workDue = 1;
export const actionDue = 2;
export const eventKinds = 4;

/** The world's clock and what is to happen. Instants are event seconds. */
export class Simulation {
  now = 0;
  readonly queue = new EventQueue();
  private readonly actions: ((() => void) | undefined)[] = [];
  private readonly free: number[] = [];

  /** Plans something rare (a health check, a boot). What is frequent has event kinds of its own. An instant in the past is now. */
  at(time: number, action: () => void): void {
    const slot = this.free.pop() ?? this.actions.length;
    this.actions[slot] = action;
    this.queue.push(Math.max(time, this.now), slot * eventKinds + actionDue);
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

  runAction(slot: number): void {
    const action = this.actions[slot];
    this.actions[slot] = undefined;
    this.free.push(slot);
    action?.();
  }
}
