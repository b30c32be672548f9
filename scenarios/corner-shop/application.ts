import type { Application } from '../../lib/arena/application';
import { openShop } from './app/shop';

/** What the program in `app/` costs the servers: the arena's model of it. CPU times are what `passes` in `app/shop.ts` is set for. */
export const application: Application = {
  tiers: [
    {
      id: 'till',
      baseMemoryMib: 75,
      memoryPerRequestKib: 64,
      leakPerRequestKib: 0,
      // Cloud-init installs Node and fetches the program before the process starts.
      startSeconds: 25,
      maxInFlight: 128,
      shallowPaths: ['/static/ok'],
    },
  ],
  routes: [
    { id: 'window', method: 'GET', pattern: /^\/window$/, path: '/window', tier: 'till', cpuMs: 15, calls: [] },
    {
      id: 'purchase',
      method: 'POST',
      pattern: /^\/purchases$/,
      path: '/purchases',
      tier: 'till',
      cpuMs: 30,
      calls: [],
    },
  ],
  journey: ['window', 'purchase'],
  open: openShop,
};
