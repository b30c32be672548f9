import type { Instant } from '../event/event';
import type { Environment } from '../informed/informed';
import type { Span } from '../scorer/ports';

/** What one load balancer of an environment counted of its customers in one minute. */
export interface BalancerMinute {
  /** Start of the minute. */
  readonly at: Instant;
  /** Requests for which it chose a target; a few of its own errors are among them. */
  readonly requests: number;
  /** Answers of targets with a status of 500 or above. */
  readonly targetErrors: number;
  /** Answers of its own with a status of 500 or above. */
  readonly balancerErrors: number;
  /** Connections that it had no room for. */
  readonly rejected: number;
  /** Answers of targets, whatever their status. */
  readonly answers: number;
  /** Share of these answers, 0 to 1, that came within the band `fastMs`. */
  readonly withinFast: number;
  /** The same within `acceptableMs`, so never below `withinFast`. */
  readonly withinAcceptable: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Where a customer's answer stops being fast, and acceptable; milliseconds. */
export interface Bands {
  readonly fastMs: number;
  readonly acceptableMs: number;
}

/**
 * Reads what the load balancers of an environment counted, minutes in any order; those in which a balancer counted nobody are absent.
 * Throws what the reader of the environment throws: half an answer would look like customers who stayed away.
 */
export type ReadCustomers = (environment: Environment, span: Span, bands: Bands) => Promise<readonly BalancerMinute[]>;
