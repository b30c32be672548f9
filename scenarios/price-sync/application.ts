import type { Application } from '../../lib/arena/application';
import { holdMs, lagMs } from './app/prices';
import { openLogic } from './app/logic';
import { productCount, shelfLength } from './app/products';
import { handlingOf, keepsUnsent } from './app/settings';

/** CPU times are what the `passes` of `app/` are set for; see there. */
export const application: Application = {
  tiers: [
    {
      id: 'shop',
      baseMemoryMib: 110,
      memoryPerRequestKib: 128,
      leakPerRequestKib: 0,
      // The container that fetches the program runs first.
      startSeconds: 30,
      maxInFlight: 128,
      shallowPaths: ['/static/ok'],
      publishes: { queue: 'price-queue', perSecond: productCount / (holdMs / 1000), keeps: keepsUnsent },
    },
    {
      id: 'indexer',
      baseMemoryMib: 110,
      // A thumbnail of each product in hand: app/indexer.ts.
      memoryPerRequestKib: 2560,
      leakPerRequestKib: 0,
      startSeconds: 30,
      maxInFlight: 128,
      shallowPaths: ['/static/ok'],
      consumes: {
        queue: 'price-queue',
        cpuMs: 60,
        calls: [{ kind: 'table', table: 'search-index', readUnits: 0, writeUnits: 1, latencyMs: 6 }],
        handling: handlingOf,
      },
    },
  ],
  routes: [
    {
      id: 'listing',
      method: 'GET',
      pattern: /^\/shelves\/\d{1,3}$/,
      path: '/shelves/1',
      tier: 'shop',
      cpuMs: 60,
      // Twelve entries, each one unit when read consistently.
      calls: [{ kind: 'table', table: 'search-index', readUnits: shelfLength, writeUnits: 0, latencyMs: 8 }],
      awaits: {
        queue: 'price-queue',
        staleAfterSeconds: lagMs / 1000,
        shows: { entries: shelfLength, of: productCount, renewedSeconds: holdMs / 1000 },
      },
    },
    {
      id: 'product',
      method: 'GET',
      pattern: /^\/products\/p-\d{1,4}$/,
      path: '/products/p-1',
      tier: 'shop',
      cpuMs: 30,
      calls: [{ kind: 'table', table: 'price-store', readUnits: 1, writeUnits: 0, latencyMs: 4 }],
    },
    {
      id: 'order',
      method: 'POST',
      pattern: /^\/orders$/,
      path: '/orders',
      tier: 'shop',
      cpuMs: 25,
      calls: [{ kind: 'table', table: 'price-store', readUnits: 1, writeUnits: 0, latencyMs: 4 }],
    },
  ],
  journey: ['listing', 'product', 'order'],
  open: openLogic,
};
