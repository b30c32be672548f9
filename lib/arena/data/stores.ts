import type { Queue, Table } from '../../architecture/data-types';
import type { Routes } from '../balancing/routes';
import type { Simulation } from '../clock/simulation';
import type { Flow } from '../flow';
import type { Note } from '../realm';
import type { Servers } from '../servers/servers';
import { Consumers } from './consumers';
import { MessageQueue } from './message-queue';
import { TableThroughput } from './table';

const refreshSeconds = 1;

/** A queue as its metrics show it. */
export interface QueueView {
  readonly id: string;
  /** Messages that can be taken, and seconds since the oldest message was sent that is not worked off. */
  readonly backlog: number;
  readonly oldestAgeSeconds: number;
}

/** The tables and queues of a stack, and those who work off the queues. */
export class Stores {
  private readonly tablesById = new Map<string, TableThroughput>();
  private readonly queuesById = new Map<string, MessageQueue>();
  private readonly consumers: Consumers;

  constructor(
    private readonly routes: Routes,
    private readonly simulation: Simulation,
    servers: Servers,
    flow: Flow,
    private readonly note: Note,
  ) {
    this.consumers = new Consumers(routes.consumers, {
      get now() {
        return simulation.now;
      },
      get servers() {
        return servers.present;
      },
      reachesQueues: (server) => flow.calls.waysOf(server).toQueues,
      work: (server, route, message) => flow.workOff(server, route, message),
    });
    flow.handFree = (server) => this.consumers.done(server);
    simulation.every(refreshSeconds, () => this.refresh());
  }

  get tables(): TableThroughput[] {
    return [...this.tablesById.values()];
  }

  queues(): QueueView[] {
    const { now } = this.simulation;
    return [...this.queuesById.values()].map((queue) => ({
      id: queue.settings.id,
      backlog: queue.backlog,
      oldestAgeSeconds: queue.oldestAgeSeconds(now),
    }));
  }

  settle(tables: readonly Table[], queues: readonly Queue[]): void {
    const { tablesById, queuesById } = this;
    for (const id of tablesById.keys()) if (!tables.some((table) => table.id === id)) tablesById.delete(id);
    for (const table of tables) {
      const there = tablesById.get(table.id);
      if (there === undefined) tablesById.set(table.id, new TableThroughput(table));
      else there.configure(table, this.simulation.now);
    }
    for (const id of queuesById.keys()) if (!queues.some((queue) => queue.id === id)) queuesById.delete(id);
    for (const queue of queues) {
      const there = queuesById.get(queue.id);
      if (there === undefined) queuesById.set(queue.id, new MessageQueue(queue));
      else there.settings = queue;
    }
    for (const queue of queuesById.values()) queue.deadLetters = queuesById.get(queue.settings.deadLetter?.queue ?? '');
    const queueOf = (role: string) => [...queuesById.values()].find(({ settings }) => settings.tier === role);
    this.routes.connect((role) => this.tableOf(role), queueOf);
    this.consumers.connect(queueOf);
  }

  /** To be called every minute: metrics are in, and scaling acts on them. */
  minute(): void {
    for (const table of this.tablesById.values()) table.minute(this.simulation.now);
  }

  /** Name of the table that plays a role; `undefined` when none does. */
  tableName(role: string): string | undefined {
    return this.tableOf(role)?.table.id;
  }

  /** Throttles a share of the calls of the table that plays a role. @returns what ends it */
  throttle(role: string, share: number): () => void {
    const table = this.tableOf(role);
    if (table === undefined) throw new Error(`no table plays the role ${role}`);
    this.note(table.table.id, 'throttles');
    return table.throttling.add(share);
  }

  /** Whether a tier takes messages from a queue at all. */
  consumes(tier: string): boolean {
    return this.consumers.includes(tier);
  }

  /** A tier that takes messages takes no more. @returns what ends it */
  stopConsumer(tier: string): () => void {
    const end = this.consumers.stop(tier);
    this.note(tier, 'takes no more messages');
    return () => {
      end();
      this.note(tier, 'takes messages again');
    };
  }

  private refresh(): void {
    for (const queue of this.queuesById.values()) queue.refresh(this.simulation.now);
    this.consumers.feedAll();
  }

  private tableOf(role: string): TableThroughput | undefined {
    return this.tables.find(({ table }) => table.tier === role);
  }
}
