import type { LoadOrder } from '../protocol';
import { windowMs } from './calendar-plan';
import { isIdle, orderFrom, type WantedLoad } from './wanted-load';

/** An engine's order, and the window before which the next one takes over. A window belongs to the newest order that covers it. */
export interface Appointment {
  readonly order: LoadOrder;
  readonly untilWindow: number;
}

/** From `fromWindow` on nothing of what was appointed holds; `order` takes its place, or nothing when nothing is to be sent. */
export interface Change {
  readonly fromWindow: number;
  readonly order: LoadOrder | undefined;
}

/** An engine is started this many windows before its first at most, besides the time that it needs to get ready. */
const AHEAD = 3;

/** The appointment that a window belongs to. */
export const ownerOf = <T extends Appointment>(appointments: readonly T[], window: number): T | undefined =>
  appointments.findLast(({ order, untilWindow }) => order.fromWindow <= window && window < untilWindow);

/**
 * The next change that is to be made, if one is near: at the first window that an engine can still be ready for and in which something else is
 * wanted than is appointed. What is appointed before stays, so that every window is sent by one engine.
 *
 * @param leadMs how long an engine needs to get ready for an order
 */
export function nextChange(
  appointments: readonly Appointment[],
  wanted: WantedLoad,
  nowMs: number,
  leadMs: (order: LoadOrder) => number,
): Change | undefined {
  const soonest = Math.floor(nowMs / windowMs) + 1;
  const likely = orderFrom(wanted, soonest);
  const ready = isIdle(likely) ? soonest : Math.max(soonest, Math.ceil((nowMs + leadMs(likely)) / windowMs));
  for (let window = ready; window < ready + AHEAD; window++) {
    if (isSame(appointments, wanted, window)) continue;
    const order = orderFrom(wanted, window);
    return { fromWindow: window, order: isIdle(order) ? undefined : order };
  }
  return undefined;
}

function isSame(appointments: readonly Appointment[], { teams, plan }: WantedLoad, window: number): boolean {
  const order = ownerOf(appointments, window)?.order;
  const sent = (order?.teams ?? []).filter((team) => journeysIn(order, team.journeysPerWindow, window) > 0);
  const due = teams.filter(({ id }) => plan.journeys(id, window) > 0);
  return (
    sent.length === due.length &&
    due.every((team, index) => {
      const other = sent[index];
      return (
        other?.id === team.id &&
        other.url === team.url &&
        other.signingKey === team.signingKey &&
        journeysIn(order, other.journeysPerWindow, window) === plan.journeys(team.id, window)
      );
    })
  );
}

const journeysIn = (order: LoadOrder | undefined, journeysPerWindow: readonly number[], window: number): number =>
  journeysPerWindow[window - (order?.fromWindow ?? 0)] ?? 0;
