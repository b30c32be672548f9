import { performance } from 'node:perf_hooks';
import { bandOf, Customer, type Exchange } from '../customer';
import { journeyHmac } from '../hmac';
import type { JourneyDefinition } from '../journey';
import type { LoadRun } from '../program';
import type { LoadOrder, LoadTeam, WindowLine } from '../protocol';
import { calendarAt, journeySeed, mostUnderWay, slotsOf, windowStartMs, type Slot } from '../schedule';
import { WindowCounts } from '../windows';
import { Stalls } from './stalls';
import { TeamClient, type TeamReply } from './team-client';

/** The longest that the engine sleeps, so that it sees how long it was kept from running. */
const longestSleepMs = 20;
const reportEveryMs = 100;

/** Plays the order's journeys, open model: each is begun at its instant, however slowly the team answers. */
export function startEmbedded(order: LoadOrder, journey: JourneyDefinition, tell: (line: WindowLine) => void): LoadRun {
  const engine = new Engine(order, journey, tell);
  return { ended: engine.ended, stop: () => engine.stop() };
}

interface TeamRun {
  readonly team: LoadTeam;
  readonly index: number;
  readonly client: TeamClient;
  readonly slots: Generator<Slot, undefined>;
  readonly mostUnderWay: number;
  next: Slot | undefined;
  underWay: number;
}

class Engine {
  readonly ended: Promise<void>;
  readonly #counts: WindowCounts;
  readonly #teams: TeamRun[];
  readonly #nowMs = realClock();
  readonly #stalls = new Stalls(this.#nowMs());
  #settle!: () => void;
  #stopAtMs: number;
  #stopped = false;
  #reportAtMs = 0;

  constructor(
    private readonly order: LoadOrder,
    private readonly journey: JourneyDefinition,
    private readonly tell: (line: WindowLine) => void,
  ) {
    this.ended = new Promise((resolve) => (this.#settle = resolve));
    this.#counts = new WindowCounts(order, journey.steps);
    this.#stopAtMs = windowStartMs(order, order.untilWindow);
    this.#teams = order.teams.map((team, index) => {
      const slots = slotsOf(order, index);
      return {
        team,
        index,
        client: new TeamClient(team.url, order.timeoutMs, this.#nowMs),
        slots,
        mostUnderWay: mostUnderWay(order, team.journeysPerWindow, journey.steps * order.timeoutMs),
        next: slots.next().value,
        underWay: 0,
      };
    });
    this.#teams.forEach((run) => this.#skipUntil(run, this.#nowMs()));
    this.#tick();
  }

  /** What nobody answers after it is our shortfall, as with k6: an arena that stands still never will. */
  stop(): void {
    this.#stopped = true;
    this.#stopAtMs = Math.min(this.#stopAtMs, this.#nowMs());
  }

  #tick(): void {
    const nowMs = this.#nowMs();
    this.#stalls.untilMs(nowMs);
    for (const run of this.#teams) this.#beginDue(run, nowMs);
    if (nowMs >= this.#reportAtMs) {
      this.#counts.due(nowMs).forEach(this.tell);
      this.#reportAtMs = nowMs + reportEveryMs;
    }
    if (this.#isOver(nowMs)) return this.#finish(nowMs);
    const nextDueMs = Math.min(...this.#teams.map((run) => run.next?.dueMs ?? Infinity), this.#reportAtMs);
    setTimeout(() => this.#tick(), Math.max(1, Math.min(longestSleepMs, Math.floor(nextDueMs - nowMs))));
  }

  #isOver(nowMs: number): boolean {
    if (nowMs < this.#stopAtMs) return false;
    // Requests in flight end by themselves within the timeout; the rest is room for their timers.
    return this.#teams.every((run) => run.underWay === 0) || nowMs > this.#stopAtMs + this.order.timeoutMs + 500;
  }

  #finish(nowMs: number): void {
    this.#counts.flush(nowMs).forEach(this.tell);
    void Promise.allSettled(this.#teams.map((run) => run.client.destroy())).then(this.#settle);
  }

  #beginDue(run: TeamRun, nowMs: number): void {
    while (run.next !== undefined && run.next.dueMs <= nowMs && run.next.dueMs < this.#stopAtMs) {
      const slot = run.next;
      run.next = run.slots.next().value;
      if (run.underWay >= run.mostUnderWay) this.#counts.missed(run.index, slot.window, 'engine-full');
      // What is too late to count is not sent either: after a stall, a burst would be a load that nobody planned.
      else if (this.#counts.begun(run.index, slot.window, nowMs - slot.dueMs)) void this.#play(run, slot);
    }
  }

  /** What was due before the engine stood is missing, not sent in a burst. */
  #skipUntil(run: TeamRun, readyMs: number): void {
    for (; run.next !== undefined && run.next.dueMs < readyMs; run.next = run.slots.next().value) {
      this.#counts.missed(run.index, run.next.window, 'engine-start');
    }
  }

  async #play(run: TeamRun, slot: Slot): Promise<void> {
    run.underWay++;
    const unsent = await this.#customer(run, slot);
    this.#counts.ended(run.index, slot.window, unsent);
    run.underWay--;
  }

  /** Returns how many of its steps were never sent for a reason that is the team's. */
  async #customer(run: TeamRun, slot: Slot): Promise<number> {
    const { account, signingKey } = run.team;
    const seed = journeySeed(this.order, run.index, slot.ordinal);
    const customer = new Customer(this.journey, { account, signingKey, seed, hmac: journeyHmac }, this.order);
    // The first step is due when the journey is, the others when the answer before has been read.
    let dueMs = slot.dueMs;
    for (let request = customer.request; request !== undefined; request = customer.request) {
      const sentMs = this.#nowMs();
      const stalledMs = this.#stalls.untilMs(sentMs);
      const reply = await run.client.send(request);
      if (reply.kind === 'engine') {
        this.#counts.missed(run.index, slot.window, 'engine-sockets', customer.unsent);
        return 0;
      }
      if (this.#stopped && reply.kind !== 'answer' && reply.receivedMs > this.#stopAtMs) {
        this.#counts.missed(run.index, slot.window, 'engine-late', customer.unsent);
        return 0;
      }
      const stallMs = this.#stalls.untilMs(reply.receivedMs) - stalledMs;
      if (reply.kind === 'answer' && this.#isDoubtful(reply.receivedMs - dueMs, stallMs)) {
        this.#counts.missed(run.index, slot.window, 'engine-lag', customer.unsent);
        return 0;
      }
      const outcome = customer.take(this.#exchange(reply, dueMs, sentMs));
      this.#counts.stepped(run.index, dueMs, outcome);
      dueMs = this.#nowMs();
      if (customer.request !== undefined && dueMs >= this.#stopAtMs) return 0;
    }
    return customer.unsent;
  }

  /** An answer that lay here unread while the engine was kept from running may have been in a better class when it came. */
  #isDoubtful(latencyMs: number, stallMs: number): boolean {
    return stallMs > 0 && bandOf(latencyMs - stallMs, this.order) !== bandOf(latencyMs, this.order);
  }

  #exchange(reply: TeamReply, dueMs: number, sentMs: number): Exchange {
    const latencyMs = reply.receivedMs - dueMs;
    if (reply.kind === 'broken') return { kind: 'broken' };
    if (reply.kind !== 'answer') return { kind: reply.kind, latencyMs };
    return {
      kind: 'answer',
      status: reply.status,
      body: reply.body,
      latencyMs,
      sentAt: calendarAt(this.order, sentMs),
      receivedAt: calendarAt(this.order, reply.receivedMs),
    };
  }
}

/** Ms since the epoch, monotonic and with fractions. */
function realClock(): () => number {
  const offsetMs = Date.now() - performance.now();
  return () => offsetMs + performance.now();
}
