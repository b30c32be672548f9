import { startK6, type K6Parts } from '../k6/engine';
import { k6LeadMs, k6StartMs } from '../k6/options';
import type { LoadOrder } from '../protocol';
import { windowStartMs } from '../schedule';
import type { ShiftParts } from './shift';

/** From the decision that an engine is to start until it does, ms. */
const SPARE_MS = 250;

/** How long before the first window of an order k6 has to be started, ms. */
export const k6ShiftLeadMs = (order: LoadOrder): number =>
  k6LeadMs(order) + windowStartMs(order, order.fromWindow) - k6StartMs(order) + SPARE_MS;

/** k6 as the engine of a shift. */
export const k6ForShift = (parts: K6Parts): Pick<ShiftParts, 'start' | 'leadMs'> => ({
  leadMs: k6ShiftLeadMs,
  start: (order, tell) => Promise.resolve(startK6(order, parts, tell)),
});
