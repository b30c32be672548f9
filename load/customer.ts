import type { StepClass } from '../lib/core/records/records';
import type { Journey, JourneyContext, JourneyDefinition, StepRequest } from './journey';

/** What came of sending one request. */
export type Exchange =
  /** A complete answer. Instants are on the event's calendar; `latencyMs` is real time since the request was due. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly latencyMs: number;
      readonly sentAt: number;
      readonly receivedAt: number;
    }
  /** An answer longer than `bodyLimitBytes`, which was not read to its end. */
  | { readonly kind: 'oversized'; readonly latencyMs: number }
  /** No complete answer within the timeout. */
  | { readonly kind: 'timeout'; readonly latencyMs: number }
  /** Refused, reset, no such host, not HTTP. */
  | { readonly kind: 'broken' };

/** A longer answer is wrong whatever it says: it would cost the engine its memory. */
export const bodyLimitBytes = 1024 * 1024;

/** The same for every request and engine: nothing tells one customer from another. */
export function requestHeaders(request: StepRequest): Record<string, string> {
  const headers = { accept: '*/*', 'user-agent': 'Mozilla/5.0' };
  return request.body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
}

export interface Bands {
  readonly fastMs: number;
  readonly acceptableMs: number;
}

/** The class of a correct answer. */
export function bandOf(latencyMs: number, { fastMs, acceptableMs }: Bands): 'fast' | 'acceptable' | 'slow' {
  if (latencyMs <= fastMs) return 'fast';
  return latencyMs <= acceptableMs ? 'acceptable' : 'slow';
}

/** `latencyMs` is undefined when there was neither an answer nor a timeout. */
export interface StepOutcome {
  readonly class: StepClass;
  readonly latencyMs: number | undefined;
}

/** One journey under way: says what to send next, and classes what came of it. Used step by step by both engines. */
export class Customer {
  readonly #journey: Journey;
  readonly #bands: Bands;
  #request: StepRequest | undefined;
  #unsent: number;

  constructor(definition: JourneyDefinition, context: JourneyContext, bands: Bands) {
    this.#journey = definition.start(context);
    this.#bands = bands;
    this.#unsent = definition.steps;
    const first = this.#journey.next();
    this.#request = first.done === true ? undefined : first.value;
  }

  /** What to send now; undefined when the journey is over. */
  get request(): StepRequest | undefined {
    return this.#request;
  }

  /** Steps of the journey that have not been sent yet; when it is over, those that never will be. */
  get unsent(): number {
    return this.#unsent;
  }

  /** Takes what came of `request`, and moves on. */
  take(exchange: Exchange): StepOutcome {
    this.#unsent = Math.max(0, this.#unsent - 1);
    if (exchange.kind === 'answer') return { class: this.#judge(exchange), latencyMs: exchange.latencyMs };
    this.#request = undefined;
    return exchange.kind === 'broken'
      ? { class: 'failed', latencyMs: undefined }
      : { class: exchange.kind === 'timeout' ? 'failed' : 'faulty', latencyMs: exchange.latencyMs };
  }

  #judge(answer: Answer): StepClass {
    if (answer.status >= 300) {
      this.#request = undefined;
      // Redirects are not followed, and a customer who does everything right is never told that the request is wrong.
      return answer.status === 429 || answer.status >= 500 ? 'failed' : 'faulty';
    }
    const next = this.#resume(answer);
    this.#request = next.done === true ? undefined : next.value;
    if (next.done === true && next.value === 'faulty') return 'faulty';
    if (next.done === true) this.#unsent = 0;
    return bandOf(answer.latencyMs, this.#bands);
  }

  /** An answer that the journey cannot even read is wrong; an exception must not be a way out of being counted. */
  #resume({ status, body, sentAt, receivedAt }: Answer): IteratorResult<StepRequest, 'correct' | 'faulty'> {
    try {
      return this.#journey.next({ status, body, sentAt, receivedAt });
    } catch {
      return { done: true, value: 'faulty' };
    }
  }
}

type Answer = Extract<Exchange, { kind: 'answer' }>;
