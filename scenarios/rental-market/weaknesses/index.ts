import type { Weakness } from '../../../lib/scenarios/scenario';
import { bigBangDeployment } from './big-bang-deployment';
import { blindHealthCheck } from './blind-health-check';
import { deadEndRoad } from './dead-end-road';
import { lightsLeftOn } from './lights-left-on';
import { lonelyBookings } from './lonely-bookings';
import { mutedAlarm } from './muted-alarm';
import { noRoomToGrow } from './no-room-to-grow';
import { oneZone } from './one-zone';
import { singleCatalogue } from './single-catalogue';
import { sleepyScaling } from './sleepy-scaling';
import { slowHealthCheck } from './slow-health-check';
import { spentCredits } from './spent-credits';
import { starvedTable } from './starved-table';
import { tightMemory } from './tight-memory';

/**
 * The most pressing first, by what each costs when it is left in alone. Each spoils properties that no other touches, so that they
 * can be repaired one by one and in any order.
 */
export const weaknesses: readonly Weakness[] = [
  starvedTable,
  lonelyBookings,
  spentCredits,
  singleCatalogue,
  oneZone,
  slowHealthCheck,
  noRoomToGrow,
  blindHealthCheck,
  mutedAlarm,
  deadEndRoad,
  sleepyScaling,
  lightsLeftOn,
  tightMemory,
  bigBangDeployment,
];
