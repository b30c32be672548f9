import type { Application, RouteModel } from '../arena/application';

/** Work that one simulated customer makes, from the first step to the last. */
export interface JourneyWork {
  readonly steps: number;
  /** Requests at the load balancer, those of tiers to each other included. */
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** What a customer makes of requests and of work at tables, as the scenario tells the arena. */
export function journeyWork({ journey, routes }: Pick<Application, 'journey' | 'routes'>): JourneyWork {
  const known = new Map(routes.map((route) => [route.id, route]));
  const total = { requests: 0, readUnits: 0, writeUnits: 0 };
  const visit = (route: RouteModel | undefined): void => {
    total.requests++;
    for (const call of route?.calls ?? []) {
      if (call.kind === 'route') visit(known.get(call.route));
      if (call.kind === 'table') {
        total.readUnits += call.readUnits;
        total.writeUnits += call.writeUnits;
      }
    }
  };
  for (const step of journey) visit(known.get(step));
  return { steps: journey.length, ...total };
}
