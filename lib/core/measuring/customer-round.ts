import type { Measurement } from '../records/records';
import { checkedSteps } from '../score/service';
import type { BalancerMinute } from './balancer-minute';

/** Answers of journeys below which their share of wrong ones says nothing of what customers got. */
const ENOUGH_ANSWERS = 20;

/**
 * What real customers got in a round, in the classes of journeys. A request is a step, and `planned` is how many came: nobody plans
 * customers.
 *
 * `failed` is what targets and load balancers answered with an error, and connections turned away. Of the other answers percentile ranks
 * say which share was fast, and acceptable. Ranks count errors, too, whose own latencies nobody tells apart; they are taken to be spread as
 * all answers are. Requests of which no answer and no error was counted are in `expected` alone, so that a round in which they are
 * most is unchecked.
 *
 * Load balancers cannot tell a wrong answer from a right one. Journeys beside the customers can: their share of wrong answers is taken to
 * be the customers', in every class alike, because their few steps added to the counts would be lost among many. It is flagged as the
 * estimate it is, and journeys with few answers change nothing.
 *
 * Where nobody was counted, journeys are all the customers there were; without these the round is unchecked and worth nothing.
 *
 * @param minutes of the round alone, of all load balancers
 * @param journeys what journeys measured in the same round
 */
export function customerRound(minutes: readonly BalancerMinute[], journeys: Measurement): Measurement {
  const [requests, errors, rejected, answers] = [
    total(minutes, (each) => each.requests),
    total(minutes, (each) => each.targetErrors + each.balancerErrors),
    total(minutes, (each) => each.rejected),
    total(minutes, (each) => each.answers),
  ];
  if (requests + errors + rejected + answers === 0) return nobody(journeys);
  const good = Math.round(total(minutes, goodAnswers));
  const upToFast = Math.round(total(minutes, (each) => goodAnswers(each) * each.withinFast));
  const upToAcceptable = Math.round(total(minutes, (each) => goodAnswers(each) * each.withinAcceptable));
  const { share, flags } = wrongShare(journeys);
  const right = {
    fast: withoutWrong(upToFast, share),
    acceptable: withoutWrong(upToAcceptable - upToFast, share),
    slow: withoutWrong(good - upToAcceptable, share),
  };
  const faulty = good - right.fast - right.acceptable - right.slow;
  const failed = errors + rejected;
  const unanswered = Math.max(0, requests - good - errors);
  const expected = good + failed + unanswered;
  return {
    expected,
    ...right,
    faulty,
    failed,
    p50Ms: weightedMean(minutes, ({ p50Ms }) => p50Ms),
    p95Ms: weightedMean(minutes, ({ p95Ms }) => p95Ms),
    planned: expected,
    flags: [...(unanswered === 0 ? [] : [`requests without an answer or an error: ${unanswered}`]), ...flags].sort(),
  };
}

/** Says that a round has no customers to be judged by. */
const nobodyFlag = 'load balancers counted no customers';

function nobody(journeys: Measurement): Measurement {
  if (checkedSteps(journeys) > 0) return { ...journeys, flags: [...journeys.flags, nobodyFlag].sort() };
  return {
    expected: 0,
    fast: 0,
    acceptable: 0,
    slow: 0,
    faulty: 0,
    failed: 0,
    p50Ms: 0,
    p95Ms: 0,
    planned: 0,
    flags: [nobodyFlag],
  };
}

function wrongShare({ fast, acceptable, slow, faulty }: Measurement): {
  readonly share: number;
  readonly flags: readonly string[];
} {
  const answered = fast + acceptable + slow + faulty;
  if (faulty === 0) return { share: 0, flags: [] };
  if (answered < ENOUGH_ANSWERS)
    return {
      share: 0,
      flags: [`${faulty} of ${answered} answers to journeys were wrong: too few to tell of customers`],
    };
  return {
    share: faulty / answered,
    flags: [`faulty is estimated: ${faulty} of ${answered} answers to journeys were wrong`],
  };
}

const withoutWrong = (steps: number, share: number): number => steps - Math.round(steps * share);

/** Answers that are no errors. Both numbers are of one minute, but an answer may be counted in one and its latency in the next. */
const goodAnswers = ({ answers, targetErrors }: BalancerMinute): number => Math.max(0, answers - targetErrors);

function weightedMean(minutes: readonly BalancerMinute[], of: (minute: BalancerMinute) => number): number {
  const answers = total(minutes, (each) => each.answers);
  if (answers === 0) return 0;
  return Math.round((total(minutes, (each) => of(each) * each.answers) / answers) * 10) / 10;
}

const total = (minutes: readonly BalancerMinute[], of: (minute: BalancerMinute) => number): number =>
  minutes.reduce((sum, minute) => sum + of(minute), 0);
