import { Line } from './line';
import type { Message } from './message-queue';

/** Messages that nobody can take for a while. Those hidden for equally long come back in their order, so each such time has a line. */
export class Hidden {
  private readonly lines = new Map<number, Line<Message>>();

  hide(message: Message, now: number, seconds: number): void {
    message.hiddenUntil = now + seconds;
    const line = this.lines.get(seconds) ?? new Line<Message>();
    this.lines.set(seconds, line);
    line.push(message);
  }

  /** Takes out those whose time is over, and forgets those that were deleted. */
  due(now: number): Message[] {
    const due: Message[] = [];
    for (const line of this.lines.values()) {
      for (let next = line.first; next && (next.deleted || next.hiddenUntil <= now); next = line.first) {
        line.shift();
        if (!next.deleted) due.push(next);
      }
    }
    return due;
  }
}
