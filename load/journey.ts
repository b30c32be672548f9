/** A request that a journey wants sent. */
export interface StepRequest {
  /** Name of the step, the same for every journey: `listing`, `booking`. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Path with query, from the team's address. */
  readonly path: string;
  /** JSON text. */
  readonly body?: string;
}

/** A complete answer with a status below 300. Of any other the engine makes a failed (429, 5xx) or faulty (3xx, 4xx) step, and the journey ends. */
export interface StepAnswer {
  readonly status: number;
  readonly body: string;
  /** Instants on the event's calendar, ms. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** What differs between k6 and Node, and between teams and customers, is handed in. */
export interface JourneyContext {
  readonly account: string;
  /** Secret shared with the team's application. */
  readonly signingKey: string;
  /** Seed of this customer; no two journeys of an event share one. */
  readonly seed: number;
  /** HMAC-SHA256 as lower-case hex. */
  readonly hmac: (key: string, text: string) => string;
}

/**
 * One simulated customer, without I/O. Yields each request and is resumed with its answer; resuming or returning `correct` says
 * that the answer before was right, returning `faulty` that it was wrong.
 */
export type Journey = Generator<StepRequest, 'correct' | 'faulty', StepAnswer>;

/** A journey that engines can start. `steps` is the number of requests of a journey that goes well. */
export interface JourneyDefinition {
  readonly id: string;
  readonly steps: number;
  readonly stepNames: readonly string[];
  start(context: JourneyContext): Journey;
}
