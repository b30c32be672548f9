import type { BalancerMinute } from '../../../lib/core/measuring/balancer-minute';
import { customerRound } from '../../../lib/core/measuring/customer-round';
import { checkedSteps } from '../../../lib/core/score/service';
import { aRound, at } from '../../support/builders';

const nothing = { expected: 0, fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 };
const noJourneys = aRound({ ...nothing, expected: 600 });

/** A thousand customers, all answered fast. */
const aMinute = (parts: Partial<BalancerMinute> = {}): BalancerMinute => ({
  at: at(0),
  requests: 1000,
  targetErrors: 0,
  balancerErrors: 0,
  rejected: 0,
  answers: 1000,
  withinFast: 1,
  withinAcceptable: 1,
  p50Ms: 80,
  p95Ms: 250,
  ...parts,
});

test('percentile ranks part answers into fast, acceptable and slow', () => {
  expect(customerRound([aMinute({ withinFast: 0.7, withinAcceptable: 0.95 })], noJourneys)).toEqual({
    expected: 1000,
    fast: 700,
    acceptable: 250,
    slow: 50,
    faulty: 0,
    failed: 0,
    planned: 1000,
    p50Ms: 80,
    p95Ms: 250,
    flags: [],
  });
});

test('errors of targets and of the balancer, and connections turned away, are failed, and the others keep their shares', () => {
  // 1,000 answers, 100 of them errors: of 900 right ones 80 % fast, 90 % up to acceptable. 50 more had no target, 25 no connection.
  const minute = aMinute({
    targetErrors: 100,
    balancerErrors: 50,
    rejected: 25,
    withinFast: 0.8,
    withinAcceptable: 0.9,
  });
  expect(customerRound([minute], noJourneys)).toMatchObject({
    fast: 720,
    acceptable: 90,
    slow: 90,
    failed: 175,
    expected: 1075,
    planned: 1075,
  });
});

test('minutes and balancers are added up, each with its own shares', () => {
  const minutes = [aMinute({ withinFast: 0.5 }), aMinute({ requests: 200, answers: 200, withinFast: 0.1, p50Ms: 680 })];
  // 500 + 20 fast; the median is (80 x 1000 + 680 x 200) / 1200.
  expect(customerRound(minutes, noJourneys)).toMatchObject({ fast: 520, acceptable: 680, expected: 1200, p50Ms: 180 });
});

test('a round in which nobody came is unchecked, and worth nothing', () => {
  const round = customerRound([], noJourneys);
  expect(checkedSteps(round)).toBe(0);
  expect(round).toMatchObject({ planned: 0, flags: ['load balancers counted no customers'] });
});

test('where nobody was counted, journeys that were sent are all the customers there were', () => {
  const journeys = aRound({ ...nothing, expected: 60, failed: 60 });
  const round = customerRound([], journeys);
  expect(round).toMatchObject({ failed: 60, expected: 60, flags: ['load balancers counted no customers'] });
  expect(round.planned).toBeUndefined();
});

test('a round of which most requests had no answer and no error is unchecked', () => {
  const round = customerRound([aMinute({ answers: 400 })], noJourneys);
  expect(checkedSteps(round)).toBe(0);
  expect(round).toMatchObject({
    planned: 1000,
    fast: 400,
    failed: 0,
    flags: ['requests without an answer or an error: 600'],
  });
});

test('what of journeys was answered wrongly is taken to be wrong of customers, too, in every class, and flagged as an estimate', () => {
  const journeys = aRound({ ...nothing, expected: 60, fast: 30, faulty: 20, failed: 10 });
  const round = customerRound([aMinute({ withinFast: 0.7, withinAcceptable: 0.9 })], journeys);
  // 20 of 50 answers: 40 % of 700, 200 and 100.
  expect(round).toMatchObject({ fast: 420, acceptable: 120, slow: 60, faulty: 400, failed: 0, expected: 1000 });
  expect(round.flags).toEqual(['faulty is estimated: 20 of 50 answers to journeys were wrong']);
});

test('journeys with a handful of answers say nothing of customers', () => {
  const journeys = aRound({ ...nothing, expected: 10, fast: 9, faulty: 1 });
  const round = customerRound([aMinute()], journeys);
  expect(round).toMatchObject({ fast: 1000, faulty: 0 });
  expect(round.flags).toEqual(['1 of 10 answers to journeys were wrong: too few to tell of customers']);
});

test('errors counted before their answers never make a negative number', () => {
  const round = customerRound([aMinute({ requests: 10, answers: 3, targetErrors: 5 })], noJourneys);
  expect(round).toMatchObject({ fast: 0, acceptable: 0, slow: 0, failed: 5, expected: 10 });
});
