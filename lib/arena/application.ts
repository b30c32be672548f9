/**
 * What the arena knows of the application that runs on a team's architecture: how much work each route is for whom,
 * and, for requests whose answer somebody reads, what the answer says. The scenario implements it; the arena only calls it.
 */
export interface Application {
  readonly tiers: readonly TierModel[];
  readonly routes: readonly RouteModel[];
  /** Steps of one simulated customer, in order; the open model starts these at the planned rate divided by their number. */
  readonly journey: readonly string[];
  /** Makes the logic of one team's application, with data of its own. */
  open(team: ApplicationTeam): ApplicationLogic;
}

export interface ApplicationTeam {
  readonly account: string;
  readonly signingKey: string;
}

/** The real application's own logic, without its network. */
export interface ApplicationLogic {
  /**
   * @param at instant on the event's calendar, ms
   * @param stale whether the answer shows too old a state: the work is still in a queue (`RouteModel.awaits`), or a copy is no longer
   * kept up to date (`TierModel.synchronises`); a checker has to find that out
   */
  answer(request: AppRequest, at: number, stale?: boolean): AppAnswer;
}
export interface AppRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly body: string;
}
export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A program of the application; resources that run it carry the tag or environment value `gameday:tier` = `id`. */
export interface TierModel {
  readonly id: string;
  /** Resident memory of a fresh process, MiB. */
  readonly baseMemoryMib: number;
  /** Memory held by one request in flight, KiB. */
  readonly memoryPerRequestKib: number;
  /** Memory that each request leaks, KiB; a full server hangs (EC2) or is killed (ECS). */
  readonly leakPerRequestKib: number;
  /** From process start until it answers, seconds. */
  readonly startSeconds: number;
  /** Requests in flight per process beyond which it refuses. */
  readonly maxInFlight: number;
  /** Paths that answer even when the process can no longer work (static files). */
  readonly shallowPaths: readonly string[];
  /** What it does besides answering requests. */
  readonly consumes?: ConsumerModel;
  /** What each of its servers copies from elsewhere all the time, and what becomes of it when that stops. */
  readonly synchronises?: SynchronisationModel;
}

/** A copy of data that belongs to somebody else. */
export interface SynchronisationModel {
  /** Ids of the routes whose answers show the copy. */
  readonly routes: readonly string[];
  /** Once it has stopped for longer, these answers are wrong, and health checks that ask the program itself fail. */
  readonly staleAfterSeconds: number;
}

/** Work that a tier takes from a queue, message by message. */
export interface ConsumerModel {
  /** The logical role of the queue: its tag `gameday:tier`. */
  readonly queue: string;
  /** Messages that one server works on at a time. */
  readonly atOnce: number;
  /** For each message, as for a route. */
  readonly cpuMs: number;
  readonly calls: readonly CallModel[];
}

/** One kind of request. The first route whose method and pattern fit takes the request. */
export interface RouteModel {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Tested against the path without query. */
  readonly pattern: RegExp;
  /** An example path, for load-balancer rules and simulated requests. */
  readonly path: string;
  readonly tier: string;
  /** CPU time on one vCPU of a current general-purpose instance, ms (mean). */
  readonly cpuMs: number;
  /** Done in order after the CPU work, while the request waits. */
  readonly calls: readonly CallModel[];
  /** Its answers show the work of a queue, and are wrong while that is longer behind than so. */
  readonly awaits?: { readonly queue: string; readonly staleAfterSeconds: number };
}
export type CallModel =
  | { readonly kind: 'route'; readonly route: string }
  | {
      readonly kind: 'table';
      /** The logical role of the table: its tag `gameday:tier`. */
      readonly table: string;
      readonly readUnits: number;
      readonly writeUnits: number;
      readonly latencyMs: number;
    }
  | {
      /** Sends one message. */
      readonly kind: 'queue';
      /** The logical role of the queue: its tag `gameday:tier`. */
      readonly queue: string;
      readonly latencyMs: number;
    };
