import { sleep } from 'k6';
import { hmac } from 'k6/crypto';
import exec from 'k6/execution';
import http from 'k6/http';
import { Trend } from 'k6/metrics';
import { bodyLimitBytes, Customer, requestHeaders, type Exchange } from '../customer';
import type { JourneyDefinition, StepRequest } from '../journey';
import { calendarAt, journeySeed } from '../schedule';
import { metricNames, stepTags } from './metrics';
import type { CustomerEnvironment } from './options';
import { isOwnFailure } from './own-failure';

const begun = new Trend(metricNames.begun);
const step = new Trend(metricNames.step);
const ended = new Trend(metricNames.ended);

/** Waits for the instant at which the scenarios are to begin. Late, it begins nothing: the whole run would be late. */
export function setup(): void {
  const waitMs = Number(__ENV.GAMEDAY_START_MS) - Date.now();
  if (waitMs < 0) exec.test.abort('too late to begin');
  sleep(waitMs / 1000);
}

/** The function that k6 calls for each journey: plays `journey` as one customer of the scenario's team. */
export const playing = (journey: JourneyDefinition) => (): void => {
  const self = environment(__ENV.GAMEDAY_CUSTOMER ?? '');
  const ordinal = exec.scenario.iterationInTest;
  const { account, signingKey } = self;
  const seed = journeySeed(self, self.team, ordinal);
  begun.add(ordinal);
  const sign = (key: string, text: string) => hmac('sha256', key, text, 'hex');
  const customer = new Customer(journey, { account, signingKey, seed, hmac: sign }, self);
  for (let request = customer.request; request !== undefined; request = customer.request) {
    const sentMs = Date.now();
    if (sentMs >= self.untilMs) return void ended.add(ordinal, { unsent: '0' });
    const exchange = send(request, self, sentMs);
    const elapsedMs = Date.now() - sentMs;
    if (exchange === undefined) return void ended.add(ordinal, { unsent: `${customer.unsent}`, ours: '1' });
    step.add(elapsedMs, stepTags(customer.take(exchange)));
  }
  ended.add(ordinal, { unsent: `${customer.unsent}` });
};

/** Undefined when this machine, not the team, is why nothing was sent. */
function send(request: StepRequest, self: CustomerEnvironment, sentMs: number): Exchange | undefined {
  const response = http.request(request.method, self.url + request.path, request.body ?? null, {
    headers: requestHeaders(request),
    timeout: self.timeoutMs,
    redirects: 0,
    responseType: 'text',
    // Customers keep no cookies, so that both engines send the same.
    jar: new http.CookieJar(),
  });
  const receivedMs = Date.now();
  const latencyMs = receivedMs - sentMs;
  // Codes from 1400 on only repeat the status: https://grafana.com/docs/k6/latest/javascript-api/error-codes/
  if (response.error_code !== 0 && response.error_code < 1400) {
    if (isOwnFailure(response.error_code, response.error)) return undefined;
    return response.error_code === 1050 || latencyMs >= self.timeoutMs
      ? { kind: 'timeout', latencyMs }
      : { kind: 'broken' };
  }
  const body = typeof response.body === 'string' ? response.body : '';
  if (body.length > bodyLimitBytes) return { kind: 'oversized', latencyMs };
  return {
    kind: 'answer',
    status: response.status,
    body,
    latencyMs,
    sentAt: calendarAt(self, sentMs),
    receivedAt: calendarAt(self, receivedMs),
  };
}

let known: { text: string; value: CustomerEnvironment } | undefined;

/** A virtual user stays with a team for many journeys: what it knows is read once. */
function environment(text: string): CustomerEnvironment {
  if (known?.text !== text) known = { text, value: JSON.parse(text) as CustomerEnvironment };
  return known.value;
}
