import { k6LeadMs } from './k6/options';
import type { LoadOrder } from './protocol';

/** Node with tsx and the journey stands in 0.5 s on two idle cores; busy ones take more than twice that. */
const nodeLeadMs = 1500;

/** Real ms before an order's first window at which the load program should be started to miss nothing. */
export function loadLeadMs(engine: 'embedded' | 'k6', order: LoadOrder): number {
  return engine === 'embedded' ? nodeLeadMs : nodeLeadMs + k6LeadMs(order);
}
