import type { Application, RouteModel } from '../application';
import { Destination } from './destination';
import type { TableThroughput } from '../data/table';

/** Answers for any tier: a path that the application's model does not know. */
export const anyTier = '*';

/** A route made ready for the hot path: names resolved, units as the clock counts. */
export interface Route {
  readonly id: string;
  readonly tier: string;
  readonly cpuSeconds: number;
  /** Answers even when the process can no longer work. */
  readonly shallow: boolean;
  calls: Call[];
  /** Where the load balancer sends it. */
  destination: Destination;
}

/** A health check's request, and the status of its answer when all is well. */
export interface Probe {
  readonly route: Route;
  readonly status: number;
}

export interface Call {
  readonly route: Route | undefined;
  /** `undefined` for a call of a route, or when no table plays the role: then the call fails. */
  readonly table: TableThroughput | undefined;
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
  tier: anyTier,
  cpuSeconds,
  shallow,
  calls: [],
  destination: nowhere,
});

/** The application's routes by number, and which one a request takes. */
export class Routes {
  private readonly all: readonly Route[];
  readonly journey: readonly Route[];
  private readonly plain = special('other', plainCpuSeconds, false);
  private readonly shallow = special('shallow', shallowCpuSeconds, true);

  private readonly statuses = new Map<string, number>();

  constructor(private readonly application: Application) {
    this.all = application.routes.map((model) => ({
      ...special(model.id, model.cpuMs / 1000, false),
      tier: model.tier,
    }));
    this.journey = application.journey.map((id) => this.find(id));
  }

  /** Tells every route where the load balancer sends it. */
  lead(destination: (method: string, path: string) => Destination): void {
    this.all.forEach((route, index) => {
      const { method, path } = this.application.routes[index] as RouteModel;
      route.destination = destination(method, path);
    });
  }

  /** Ties calls to the tables that there are now. */
  connect(tableOf: (role: string) => TableThroughput | undefined): void {
    this.all.forEach((route, index) => {
      const model = this.application.routes[index] as RouteModel;
      route.calls = model.calls.map((call) =>
        call.kind === 'route'
          ? { route: this.find(call.route), table: undefined, readUnits: 0, writeUnits: 0, latencySeconds: 0 }
          : {
              route: undefined,
              table: tableOf(call.table),
              readUnits: call.readUnits,
              writeUnits: call.writeUnits,
              latencySeconds: call.latencyMs / 1000,
            },
      );
    });
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
