import { setTimeout as delay } from 'node:timers/promises';
import type { Patience } from '../patience';

/** This machine's clock and chance. */
export const systemPatience: Patience = { now: Date.now, wait: (ms) => delay(ms), random: Math.random };
