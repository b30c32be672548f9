import type { Weakness } from '../../../lib/scenarios/scenario';
import { blindHealthCheck } from './blind-health-check';
import { lonelyBookings } from './lonely-bookings';
import { noRoomToGrow } from './no-room-to-grow';
import { oneZone } from './one-zone';
import { singleCatalogue } from './single-catalogue';
import { spentCredits } from './spent-credits';
import { starvedTable } from './starved-table';
import { tightMemory } from './tight-memory';

/**
 * The most pressing first, by what each costs when it is left in alone. Each spoils properties that no other touches, so that they
 * can be repaired one by one and in any order.
 */
export const weaknesses: readonly Weakness[] = [
  starvedTable,
  singleCatalogue,
  blindHealthCheck,
  spentCredits,
  oneZone,
  noRoomToGrow,
  tightMemory,
  lonelyBookings,
];
