import type { Access } from './access';
import type { Call, Route } from './balancing/routes';
import type { Random } from './clock/random';
import type { MessageQueue } from './data/message-queue';
import { Dependencies } from './faults/dependencies';
import type { Server } from './servers/server';
import type { Ways } from './servers/ways';
import type { Work } from './work';

/**
 * How the AWS SDK for JavaScript v3 retries a throttled call: three attempts, before each a random share of 500 ms, doubled each time.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const attempts = 3;
const throttledBaseSeconds = 0.5;

/** What becomes of a call, and of the work that makes it. */
export interface Caller {
  readonly now: number;
  /** The next thing happens to the work after so many seconds. */
  wakeAfter(seconds: number, work: Work): void;
  /** A request goes to another tier through the load balancer. */
  ask(route: Route, work: Work): void;
  /** Nobody answers the call. */
  hearNothing(work: Work): void;
  finish(work: Work, status: number): void;
}

/** The calls that programs make: to each other, to tables, to queues. */
export class Calls {
  readonly dependencies = new Dependencies();
  access!: Access;

  constructor(
    private readonly caller: Caller,
    private readonly random: Random,
  ) {}

  /** What a server's program gets through to now. */
  waysOf(server: Server): Ways {
    const { ways } = server;
    if (ways.version !== this.access.version) this.access.update(ways, server);
    return ways;
  }

  /** Whether a server gets through to a queue: to SQS, or to the broker that it is on. */
  reaches(server: Server, { settings: { broker } }: MessageQueue): boolean {
    const ways = this.waysOf(server);
    return broker === undefined ? ways.toQueues : this.access.reachesBroker(server, broker);
  }

  /** The work makes its next call. */
  begin(work: Work, call: Call): void {
    if (this.dependencies.troubled || (work.server as Server).link.troubled) this.reach(work);
    else this.make(work, call);
  }

  make(work: Work, call: Call): void {
    const ways = this.waysOf(work.server as Server);
    if (call.kind === 'queue') return this.enqueue(work, call);
    // Whoever gets no way out hears nothing.
    if (!(call.kind === 'table' ? ways.toTables : ways.toBalancer)) return this.caller.hearNothing(work);
    if (call.route !== undefined) {
      work.stage = 'calling';
      return this.caller.ask(call.route, work);
    }
    work.attempt = 1;
    this.askTable(work, call);
  }

  askTable(work: Work, call: Call): void {
    const { caller, random } = this;
    if (call.table === undefined) return caller.finish(work, 500);
    const { total } = call.table.throttling;
    if (!(total > 0 && random.next() < total) && call.table.take(caller.now, call.readUnits, call.writeUnits)) {
      work.stage = 'at-service';
      return caller.wakeAfter(call.latencySeconds, work);
    }
    if (work.attempt === attempts) return caller.finish(work, 500);
    work.stage = 'backing-off';
    const pause = throttledBaseSeconds * 2 ** (work.attempt - 1) * random.next();
    work.attempt += 1;
    caller.wakeAfter(call.latencySeconds + pause, work);
  }

  /** A call begins late, or not at all, when something is wrong on the way. */
  private reach(work: Work): void {
    const { link, spec } = work.server as Server;
    const tier = spec.tier?.id ?? '';
    if (this.dependencies.areDown(tier)) return this.caller.finish(work, 500);
    work.stage = 'reaching';
    const late = this.dependencies.delay(tier) + (link.troubled ? link.delay(this.random) : 0);
    this.caller.wakeAfter(late, work);
  }

  private enqueue(work: Work, call: Call): void {
    if (call.queue === undefined) return this.caller.finish(work, 500);
    if (!call.queue.reachable || !this.reaches(work.server as Server, call.queue)) return this.caller.hearNothing(work);
    call.queue.send(this.caller.now);
    work.stage = 'at-service';
    this.caller.wakeAfter(call.latencySeconds, work);
  }
}
