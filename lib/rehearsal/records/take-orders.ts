import { steeringEntry, steeringTypes, type Steering } from '../../core/time/steering';
import { decideRetraction } from '../../core/time/retraction';
import type { Pace } from '../api/pace';
import type { Rehearsal } from '../rehearsal';
import type { Fact } from './journal';
import type { OrderReader } from './order-reader';

/**
 * Hands on what somebody has ordered in a rehearsal's folder since the last time. What steers the day is decided as everywhere.
 * @returns what was left out and why, a sentence each
 */
export function takeOrders(rehearsal: Rehearsal, pace: Pace, reader: OrderReader): readonly string[] {
  const { orders, problems } = reader.next();
  return [
    ...problems,
    ...orders.flatMap((order) => {
      const refusal = refusalOf(rehearsal, pace, order);
      return refusal === undefined ? [] : [`Left out: ${order.type} ${order.id}: ${refusal}`];
    }),
  ];
}

function refusalOf(rehearsal: Rehearsal, pace: Pace, order: Fact): string | undefined {
  const { event, journal } = rehearsal;
  const now = pace.at();
  const { id, by, ...change } = order;
  if (isSteering(change)) {
    const moment = { now, newId: id, beginsAt: (since: number) => pace.beginsAt(since) };
    const decision = steeringEntry(event, journal.facts(), change, moment);
    if (!decision.ok) return `it would change nothing: ${decision.reason}`;
    return rehearsal.take({ ...decision.entry, id, by }) ? undefined : OVER;
  }
  if (order.type === 'retracted') {
    const decision = decideRetraction(event, journal.facts(), order.entry, now);
    if (!decision.ok) return decision.reason;
    return rehearsal.take({ ...order, at: new Date(decision.at).toISOString() }) ? undefined : OVER;
  }
  return rehearsal.order(order) ? undefined : OVER;
}

const OVER = 'it came after the end';

const isSteering = (change: { readonly type: Fact['type'] }): change is Steering =>
  steeringTypes.some((type) => type === change.type);
