import { stepClasses } from '../../lib/core/records/records';
import type { StepOutcome } from '../customer';
import type { LoadOrder } from '../protocol';
import { slotsOf, type Slot } from '../schedule';
import type { WindowCounts } from '../windows';
import { metricNames } from './metrics';
import { scenarioName } from './options';

interface Point {
  readonly metric: string;
  readonly data: {
    readonly time: string;
    readonly value: number;
    readonly tags: Readonly<Record<string, string>>;
    readonly metadata?: Readonly<Record<string, string>>;
  };
}

/** k6 writes its samples every 200 ms in order of collection; an instant this far behind the newest has been seen whole. */
const disorderMs = 250;

/** Reads k6's JSON stream into window counts. */
export class K6Stream {
  readonly #slots: Generator<Slot, undefined>[];
  /** Per team: the window that each journey under way began in. */
  readonly #windows: Map<number, number>[];
  /** Virtual users, who play one journey at a time, whose journey was begun too late to count. */
  readonly #lateUsers = new Set<string>();
  readonly #teams: ReadonlyMap<string, number>;
  #newestMs = 0;

  constructor(
    order: LoadOrder,
    private readonly counts: WindowCounts,
  ) {
    this.#slots = order.teams.map((_, team) => slotsOf(order, team));
    this.#windows = order.teams.map(() => new Map<number, number>());
    this.#teams = new Map(order.teams.map((_, team) => [scenarioName(team), team]));
  }

  /** Real instant up to which everything has been read. */
  get seenMs(): number {
    return this.#newestMs - disorderMs;
  }

  /**
   * Takes one line; lines of k6's own metrics only move the time.
   *
   * @param untilMs what happened later counts for nothing: k6 was told to end and cuts what is in flight
   */
  read(line: string, untilMs = Infinity): void {
    if (!isOurs(line)) return;
    const point = tryParse(line);
    if (point === undefined) return;
    const { metric, data } = point;
    const timeMs = Date.parse(data.time);
    this.#newestMs = Math.max(this.#newestMs, timeMs);
    if (timeMs > untilMs) return;
    const team = this.#teams.get(data.tags.scenario ?? '');
    if (team === undefined) return;
    const user = data.metadata?.vu ?? '';
    if (metric === metricNames.begun) this.#begun(team, data.value, timeMs, user);
    else if (metric === 'dropped_iterations') this.#dropped(team, data.value);
    else if (this.#lateUsers.has(user)) return;
    else if (metric === metricNames.step) this.#stepped(team, data, timeMs);
    else if (metric === metricNames.ended) this.#ended(team, data);
  }

  /** k6 has ended: what it neither began nor dropped until `endMs` is missing for a reason of our own. */
  close(endMs: number, reason: 'engine-late' | 'engine-died'): void {
    this.#slots.forEach((slots, team) => {
      for (const slot of slots) {
        if (slot.dueMs > endMs) break;
        this.counts.missed(team, slot.window, reason);
      }
    });
  }

  /** k6 takes journeys in order, so each one begun or dropped is the next of the plan. */
  #begun(team: number, ordinal: number, timeMs: number, user: string): void {
    const slot = this.#slots[team]?.next().value;
    if (slot === undefined) return;
    if (this.counts.begun(team, slot.window, Math.max(0, timeMs - slot.dueMs))) {
      this.#windows[team]?.set(ordinal, slot.window);
      this.#lateUsers.delete(user);
    } else {
      this.#lateUsers.add(user);
    }
  }

  #dropped(team: number, journeys: number): void {
    for (let k = 0; k < journeys; k++) {
      const slot = this.#slots[team]?.next().value;
      if (slot !== undefined) this.counts.missed(team, slot.window, 'engine-full');
    }
  }

  #stepped(team: number, { tags, value }: Point['data'], timeMs: number): void {
    const outcome = outcomeOf(tags.came, value);
    if (outcome !== undefined) this.counts.stepped(team, timeMs - value, outcome);
  }

  #ended(team: number, { tags, value }: Point['data']): void {
    const window = this.#windows[team]?.get(value);
    if (window === undefined) return;
    this.#windows[team]?.delete(value);
    const unsent = Number(tags.unsent);
    if (tags.ours !== undefined) this.counts.missed(team, window, 'engine-sockets', unsent);
    this.counts.ended(team, window, tags.ours === undefined ? unsent : 0);
  }
}

/** Undefined for a line that was torn when k6 died: how it ended is told by its exit. */
function tryParse(line: string): Point | undefined {
  try {
    return JSON.parse(line) as Point;
  } catch {
    return undefined;
  }
}

/** Most lines are k6's own and not worth parsing; `vus` comes every second and keeps the time moving when nothing else does. */
function isOurs(line: string): boolean {
  if (!line.includes('"type":"Point"')) return false;
  return ['"metric":"gameday_', '"metric":"dropped_iterations"', '"metric":"vus"'].some((start) =>
    line.includes(start),
  );
}

/** The outcome that `stepTags` stands for; undefined for a tag it never made. */
function outcomeOf(came: string | undefined, elapsedMs: number): StepOutcome | undefined {
  if (came === 'broken') return { class: 'failed', latencyMs: undefined };
  const name = stepClasses.find((known) => known === came);
  return name === undefined ? undefined : { class: name, latencyMs: elapsedMs };
}
