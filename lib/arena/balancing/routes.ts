import type { Application, CallModel, ProducerModel, RouteModel } from '../application';
import { Destination } from './destination';
import type { Consumer } from '../data/consumers';
import { Freshness } from '../data/freshness';
import type { MessageQueue } from '../data/message-queue';
import type { TableThroughput } from '../data/table';

/** A route made ready for the hot path: names resolved, units as the clock counts. */
export interface Route {
  readonly id: string;
  /** `undefined`: any tier answers, as on a path that the application's model does not know. */
  readonly tier: string | undefined;
  readonly cpuSeconds: number;
  /** Answers even when the process can no longer work. */
  readonly shallow: boolean;
  calls: Call[];
  /** Where the load balancer sends it. */
  destination: Destination;
  /** The queue whose work shows in its answers. */
  awaits: Freshness | undefined;
  /** How far behind the server's copy may be that shows in its answers. */
  readonly copyStaleAfterSeconds: number;
}

/** A health check's request, and the status of its answer when all is well. */
export interface Probe {
  readonly route: Route;
  readonly status: number;
}

/** What is called is `undefined` unless the call is of that kind, or when nothing plays the role: then the call fails. */
export interface Call {
  readonly kind: CallModel['kind'];
  readonly route: Route | undefined;
  readonly table: TableThroughput | undefined;
  readonly queue: MessageQueue | undefined;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly latencySeconds: number;
}

/** Our estimates for paths without a model: a small answer, and one that needs no working process. */
const plainCpuSeconds = 0.001;
const shallowCpuSeconds = 0.0002;

const nowhere = new Destination(503);

const special = (id: string, cpuSeconds: number, shallow: boolean): Route => ({
  id,
  tier: undefined,
  cpuSeconds,
  shallow,
  calls: [],
  destination: nowhere,
  awaits: undefined,
  copyStaleAfterSeconds: Infinity,
});

const noCall = {
  route: undefined,
  table: undefined,
  queue: undefined,
  readUnits: 0,
  writeUnits: 0,
  latencySeconds: 0,
};

/** The application's routes by number, and which one a request takes. */
export class Routes {
  private readonly all: readonly Route[];
  readonly journey: readonly Route[];
  /** Tiers that work off queues. */
  readonly consumers: readonly Consumer[];
  /** Tiers that send messages by themselves. */
  readonly producers: readonly { readonly tier: string; readonly model: ProducerModel }[];
  private readonly plain = special('other', plainCpuSeconds, false);
  private readonly shallow = special('shallow', shallowCpuSeconds, true);

  private readonly statuses = new Map<string, number>();

  constructor(private readonly application: Application) {
    this.all = application.routes.map((model) => ({
      ...special(model.id, model.cpuMs / 1000, false),
      tier: model.tier,
      copyStaleAfterSeconds: copyStaleAfterSeconds(application, model),
    }));
    this.consumers = application.tiers.flatMap(({ id: tier, consumes }) => {
      if (consumes === undefined) return [];
      const route = { ...special(`${tier} works off ${consumes.queue}`, consumes.cpuMs / 1000, false), tier };
      return { tier, role: consumes.queue, model: consumes, route, queue: undefined };
    });
    this.producers = application.tiers.flatMap(({ id: tier, publishes: model }) =>
      model === undefined ? [] : [{ tier, model }],
    );
    this.journey = application.journey.map((id) => this.find(id));
  }

  /** Tells every route where the load balancer sends it. */
  lead(destination: (method: string, path: string) => Destination): void {
    this.all.forEach((route, index) => {
      const { method, path } = this.application.routes[index] as RouteModel;
      route.destination = destination(method, path);
    });
  }

  /** Ties calls to the tables and queues that there are now. */
  connect(
    tableOf: (role: string) => TableThroughput | undefined,
    queueOf: (role: string) => MessageQueue | undefined,
  ): void {
    const made = (call: CallModel): Call => {
      switch (call.kind) {
        case 'route':
          return { ...noCall, kind: 'route', route: this.find(call.route) };
        case 'table': {
          const { readUnits, writeUnits, latencyMs } = call;
          const table = tableOf(call.table);
          return { ...noCall, kind: 'table', table, readUnits, writeUnits, latencySeconds: latencyMs / 1000 };
        }
        case 'queue':
          return { ...noCall, kind: 'queue', queue: queueOf(call.queue), latencySeconds: call.latencyMs / 1000 };
      }
    };
    this.all.forEach((route, index) => {
      const { calls, awaits } = this.application.routes[index] as RouteModel;
      route.calls = calls.map(made);
      route.awaits = awaits && new Freshness(queueOf(awaits.queue), awaits);
    });
    for (const { route, model } of this.consumers) route.calls = model.calls.map(made);
  }

  /** @param path may have a query */
  match(method: string, path: string): Route {
    const bare = path.split('?', 1)[0] ?? '';
    if (this.application.tiers.some((tier) => tier.shallowPaths.includes(bare))) return this.shallow;
    const index = this.application.routes.findIndex((model) => model.method === method && model.pattern.test(bare));
    return this.all[index] ?? this.plain;
  }

  /** What a health check asks of a program, and what the application says to it when it works. */
  probe(path: string): Probe {
    let status = this.statuses.get(path);
    if (status === undefined) {
      const logic = this.application.open({ account: '000000000000', signingKey: 'health check' });
      status = logic.answer({ method: 'GET', path, body: '' }, 0).status;
      this.statuses.set(path, status);
    }
    return { route: this.match('GET', path), status };
  }

  private find(id: string): Route {
    const route = this.all[this.application.routes.findIndex((model) => model.id === id)];
    if (route === undefined) throw new Error(`the application has no route ${id}`);
    return route;
  }
}

function copyStaleAfterSeconds({ tiers }: Application, { id, tier }: RouteModel): number {
  const copy = tiers.find((each) => each.id === tier)?.synchronises;
  return copy?.routes.includes(id) === true ? copy.staleAfterSeconds : Infinity;
}
