import type { Application } from '../../lib/arena/application';
import { openLogic } from './app/logic';

/**
 * CPU times and memory follow the real server, which is calibrated to these round numbers by the `passes` and `signings` of `app/`.
 * Measured on 2026-11-23, Node 20, CPU time of one process, least of 5 batches of 20 requests, on two vCPUs busy with other work, ms:
 * listing 91 and its catalogue 24, product 65 and 11, quote 9, booking 46, receipt 14. Resident memory of fresh processes is 58 MiB,
 * of used ones 70 to 140.
 */
export const application: Application = {
  tiers: [
    {
      id: 'storefront',
      baseMemoryMib: 110,
      memoryPerRequestKib: 256,
      // Sessions that nobody closes: app/sessions.ts.
      leakPerRequestKib: 170,
      // Cloud-init installs Node and fetches the program before the process starts.
      startSeconds: 25,
      maxInFlight: 128,
      shallowPaths: ['/static/ok'],
      // Listings whose prices are no longer brought up to date: app/shelf.ts.
      synchronises: { routes: ['listing'], staleAfterSeconds: 90 },
    },
    {
      id: 'catalogue',
      baseMemoryMib: 75,
      memoryPerRequestKib: 64,
      leakPerRequestKib: 0,
      startSeconds: 25,
      maxInFlight: 128,
      shallowPaths: ['/static/ok'],
    },
    {
      id: 'bookings',
      baseMemoryMib: 130,
      // Receipts are drawn as pictures of 2 MiB, and 8 KiB of each are kept for ever: app/tiers.ts.
      memoryPerRequestKib: 2048,
      leakPerRequestKib: 8,
      // The container that fetches the program runs first.
      startSeconds: 30,
      maxInFlight: 128,
      shallowPaths: ['/static/ok'],
    },
  ],
  routes: [
    {
      id: 'listing',
      method: 'GET',
      pattern: /^\/$/,
      path: '/',
      tier: 'storefront',
      cpuMs: 110,
      calls: [{ kind: 'route', route: 'catalogue-listing' }],
    },
    {
      id: 'product',
      method: 'GET',
      pattern: /^\/rentals\/[^/]+$/,
      path: '/rentals/r-1',
      tier: 'storefront',
      cpuMs: 70,
      calls: [{ kind: 'route', route: 'catalogue-rental' }],
    },
    {
      id: 'catalogue-listing',
      method: 'GET',
      pattern: /^\/catalogue\/listing$/,
      path: '/catalogue/listing',
      tier: 'catalogue',
      cpuMs: 30,
      calls: [],
    },
    {
      id: 'catalogue-rental',
      method: 'GET',
      pattern: /^\/catalogue\/rentals\/[^/]+$/,
      path: '/catalogue/rentals/r-1',
      tier: 'catalogue',
      cpuMs: 12,
      calls: [],
    },
    {
      id: 'quote',
      method: 'GET',
      pattern: /^\/catalogue\/quotes$/,
      path: '/catalogue/quotes',
      tier: 'catalogue',
      cpuMs: 12,
      calls: [],
    },
    {
      id: 'booking',
      method: 'POST',
      pattern: /^\/bookings$/,
      path: '/bookings',
      tier: 'bookings',
      cpuMs: 45,
      // A receipt is below 1 KB: one write unit, and one read unit when read consistently.
      calls: [{ kind: 'table', table: 'bookings-table', readUnits: 0, writeUnits: 1, latencyMs: 6 }],
    },
    {
      id: 'receipt',
      method: 'GET',
      pattern: /^\/bookings\/[^/]+$/,
      path: '/bookings/b-0000000000000000',
      tier: 'bookings',
      cpuMs: 15,
      calls: [{ kind: 'table', table: 'bookings-table', readUnits: 1, writeUnits: 0, latencyMs: 4 }],
    },
  ],
  journey: ['listing', 'product', 'quote', 'booking', 'receipt'],
  open: openLogic,
};
