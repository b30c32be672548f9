import type { Target } from './balancing/target';
import type { Route } from './balancing/routes';
import type { Visit } from './customers/visits';
import type { Message } from './data/message-queue';
import type { Server } from './servers/server';

/** What a request in a server waits for. It has exactly one wake-up pending: an event, or the answer of a call. */
type Stage = 'computing' | 'resting' | 'at-service' | 'backing-off' | 'calling' | 'call-lost' | 'reaching';

/** One request inside one server, or one message that it works off. */
export class Work {
  route: Route | undefined;
  server: Server | undefined;
  target: Target | undefined;
  parent: Work | undefined;
  visit: Visit | undefined;
  visitSerial = 0;
  /** What it works off, when nobody waits for an answer. */
  message: Message | undefined;
  receipt = 0;
  /** How often it has been tried. */
  tries = 0;
  begunAt = 0;
  call = 0;
  attempt = 0;
  stage: Stage = 'computing';
  cancelled = false;
  live = false;

  constructor(readonly slot: number) {}
}

/** All work there is, by number, used again when it is done: nothing is allocated for a request. */
export class Works {
  private readonly all: Work[] = [];
  private readonly free: Work[] = [];

  at(slot: number): Work {
    return this.all[slot] as Work;
  }

  /** What is under way and not given up for lost. */
  current(): Work[] {
    return this.all.filter((work) => work.live && !work.cancelled);
  }

  take(route: Route, server: Server, begunAt: number): Work {
    let work = this.free.pop();
    if (work === undefined) {
      work = new Work(this.all.length);
      this.all.push(work);
    }
    work.route = route;
    work.server = server;
    work.begunAt = begunAt;
    work.call = 0;
    work.tries = 0;
    work.stage = 'computing';
    work.live = true;
    work.cancelled = false;
    return work;
  }

  release(work: Work): void {
    work.live = false;
    work.parent = undefined;
    work.visit = undefined;
    work.target = undefined;
    work.server = undefined;
    work.message = undefined;
    this.free.push(work);
  }
}
