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
  /** Messages that it sends by itself, whether anybody asks or not. */
  readonly publishes?: ProducerModel;
}

/** Variables of a server's program, as far as the template says them. */
export type Variables = Readonly<Record<string, string>>;

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
  /** For each message, as for a route. */
  readonly cpuMs: number;
  readonly calls: readonly CallModel[];
  /** How a server goes about it whose program has these variables. */
  handling(variables: Variables): Handling;
}

/** How a program handles messages. */
export interface Handling {
  /** Messages that one server has in hand, and works on, at a time; infinite: all that there are. */
  readonly atOnce: number;
  /** How often it tries one that fails, and how long it waits in between. */
  readonly attempts: number;
  readonly retrySeconds: number;
  /** What becomes of one that has failed as often: it is put aside, for people to look at, or left in the queue. */
  readonly gaveUp: 'aside' | 'left';
}

/** A steady stream of messages. One server of the tier sends them, whichever works. */
export interface ProducerModel {
  /** The logical role of the queue: its tag `gameday:tier`. */
  readonly queue: string;
  readonly perSecond: number;
  /** Whether what cannot be sent is kept and sent later, or lost. */
  keeps(variables: Variables): boolean;
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
  readonly awaits?: AwaitsModel;
}

export interface AwaitsModel {
  readonly queue: string;
  readonly staleAfterSeconds: number;
  /**
   * Each message brings one of `of` entries up to date, each of which gets another message every `renewedSeconds`; an answer shows
   * `entries` of them, and is wrong when one of these is. @default any message that is late makes every answer wrong
   */
  readonly shows?: { readonly entries: number; readonly of: number; readonly renewedSeconds: number };
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
