import type { Queue, Table } from '../../architecture/data-types';
import type { QueueMetric } from '../../architecture/scaling-policy';
import type { Routes } from '../balancing/routes';
import type { Simulation } from '../clock/simulation';
import type { Flow } from '../flow';
import type { Note } from '../realm';
import type { Servers } from '../servers/servers';
import { Consumers, works } from './consumers';
import { Message, MessageQueue } from './message-queue';
import { Producers } from './producers';
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
  private readonly producers: Producers;

  constructor(
    private readonly routes: Routes,
    private readonly simulation: Simulation,
    private readonly servers: Servers,
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
      reaches: (server, queue) => flow.calls.reaches(server, queue),
      work: (server, route, message) => flow.workOff(server, route, message),
    });
    flow.handFree = (server) => this.consumers.done(server);
    this.producers = new Producers(routes.producers, {
      get now() {
        return simulation.now;
      },
      sender: (tier, queue) => {
        const able = servers.present.filter((server) => server.spec.tier?.id === tier && works(server));
        return able.find((server) => queue !== undefined && flow.calls.reaches(server, queue)) ?? able[0];
      },
      reaches: (server, queue) => flow.calls.reaches(server, queue),
    });
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
      if (there === undefined) queuesById.set(queue.id, this.open(queue));
      else there.settings = queue;
    }
    for (const queue of queuesById.values()) queue.deadLetters = queuesById.get(queue.settings.deadLetter?.queue ?? '');
    const queueOf = (role: string) => this.queueOf(role);
    this.routes.connect((role) => this.tableOf(role), queueOf);
    this.consumers.connect(queueOf);
    this.producers.connect(queueOf);
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

  /** Name of the broker that plays a role; `undefined` when none does: a queue of SQS cannot be cut off. */
  brokerName(role: string): string | undefined {
    const queue = this.queueOf(role);
    return queue?.settings.broker && queue.settings.id;
  }

  /** Name of the queue that plays a role, or of its broker; `undefined` when none does. */
  queueName(role: string): string | undefined {
    return this.queueOf(role)?.settings.id;
  }

  /** Nobody gets through to the broker that plays a role. @returns what ends it */
  cutOff(role: string): () => void {
    const queue = this.queueNamed(role);
    this.note(queue.settings.id, 'is cut off');
    const end = queue.cuts.add(1);
    return () => {
      end();
      this.note(queue.settings.id, 'can be reached again');
    };
  }

  /** Messages come that no program can work off. @returns what takes away those that are still there */
  poison(role: string, messages: number): () => void {
    const queue = this.queueNamed(role);
    this.note(queue.settings.id, 'gets messages that nobody understands');
    const { now } = this.simulation;
    const sent = Array.from({ length: messages }, () => new Message(now, queue, true));
    for (const message of sent) queue.send(now, message);
    return () => {
      for (const message of sent) message.remove();
    };
  }

  /** What a metric says of a queue now; 0 when it is not there. */
  measure({ queue: id, of }: QueueMetric): number {
    const queue = this.queuesById.get(id);
    if (queue === undefined) return 0;
    if (of === 'age') return queue.oldestAgeSeconds(this.simulation.now);
    return of === 'waiting' ? queue.backlog : queue.unfinished;
  }

  private open(settings: Queue): MessageQueue {
    const queue = new MessageQueue(settings);
    queue.isDown = () => {
      const { broker } = queue.settings;
      const [place] = broker?.places ?? [];
      return broker?.nodes === 1 && place !== undefined && this.servers.zoneIsOut(place.zone);
    };
    return queue;
  }

  private queueNamed(role: string): MessageQueue {
    const queue = this.queueOf(role);
    if (queue === undefined) throw new Error(`no queue plays the role ${role}`);
    return queue;
  }

  private queueOf(role: string): MessageQueue | undefined {
    return [...this.queuesById.values()].find(({ settings }) => settings.tier === role);
  }

  private refresh(): void {
    for (const queue of this.queuesById.values()) queue.refresh(this.simulation.now);
    this.producers.pass(refreshSeconds);
    this.consumers.feedAll();
  }

  private tableOf(role: string): TableThroughput | undefined {
    return this.tables.find(({ table }) => table.tier === role);
  }
}
