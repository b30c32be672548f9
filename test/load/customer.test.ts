import { Customer, type Exchange } from '../../load/customer';
import type { Journey, JourneyDefinition } from '../../load/journey';

/** Three steps; an answer is right when it says the step's name. */
const journey: JourneyDefinition = {
  id: 'test',
  steps: 3,
  stepNames: ['a', 'b', 'c'],
  *start(): Journey {
    for (const name of ['a', 'b', 'c']) {
      const answer = yield { name, method: 'GET', path: `/${name}` };
      if (answer.body === 'unreadable') throw new SyntaxError('cannot read this');
      if (answer.body !== name) return 'faulty';
    }
    return 'correct';
  },
};
const aCustomer = () =>
  new Customer(
    journey,
    { account: '1', signingKey: 'k', seed: 1, hmac: () => '' },
    { fastMs: 300, acceptableMs: 1000 },
  );
const anAnswer = (body: string, latencyMs = 10, status = 200): Exchange => ({
  kind: 'answer',
  status,
  body,
  latencyMs,
  sentAt: 0,
  receivedAt: 0,
});

describe('a customer', () => {
  test.each([
    ['an answer within the first band is fast', anAnswer('a', 300), 'fast'],
    ['an answer within the second band is acceptable', anAnswer('a', 1000), 'acceptable'],
    ['a later answer is slow', anAnswer('a', 1000.1), 'slow'],
  ])('%s, and the journey goes on', (_rule, exchange, name) => {
    const customer = aCustomer();
    expect(customer.take(exchange).class).toBe(name);
    expect(customer.request?.path).toBe('/b');
    expect(customer.unsent).toBe(2);
  });

  test.each([
    ['a wrong answer is faulty', anAnswer('rubbish'), 'faulty'],
    ['an answer that the journey cannot read is faulty', anAnswer('unreadable'), 'faulty'],
    ['an answer too long to be read is faulty', { kind: 'oversized', latencyMs: 5 } as const, 'faulty'],
    ['a redirect is faulty', anAnswer('a', 5, 302), 'faulty'],
    ['status 404 is faulty', anAnswer('a', 5, 404), 'faulty'],
    ['status 429 has failed', anAnswer('a', 5, 429), 'failed'],
    ['status 500 has failed', anAnswer('a', 5, 500), 'failed'],
    ['a timeout has failed', { kind: 'timeout', latencyMs: 3000 } as const, 'failed'],
    ['a broken connection has failed', { kind: 'broken' } as const, 'failed'],
  ])('%s, and the rest of the journey is never sent', (_rule, exchange, name) => {
    const customer = aCustomer();
    expect(customer.take(exchange).class).toBe(name);
    expect(customer.request).toBeUndefined();
    expect(customer.unsent).toBe(2);
  });

  test('a journey that goes well leaves nothing unsent', () => {
    const customer = aCustomer();
    for (const body of ['a', 'b', 'c']) expect(customer.take(anAnswer(body)).class).toBe('fast');
    expect(customer.request).toBeUndefined();
    expect(customer.unsent).toBe(0);
  });

  test('a wrong last answer leaves nothing unsent either', () => {
    const customer = aCustomer();
    for (const body of ['a', 'b']) customer.take(anAnswer(body));
    expect(customer.take(anAnswer('a')).class).toBe('faulty');
    expect(customer.unsent).toBe(0);
  });

  test('a broken connection has no latency', () => {
    expect(aCustomer().take({ kind: 'broken' }).latencyMs).toBeUndefined();
  });
});
