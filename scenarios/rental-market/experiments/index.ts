import type { ExperimentCard } from '../../../lib/core/experiments/experiment';
import { bookingsBadDeployment } from './bookings-bad-deployment';
import { bookingsTableSlow } from './bookings-table-slow';
import { bookingsTableThrottling } from './bookings-table-throttling';
import { bookingsTaskStop } from './bookings-task-stop';
import { catalogueAccessLost } from './catalogue-access-lost';
import { catalogueHang } from './catalogue-hang';
import { catalogueLatency } from './catalogue-latency';
import { catalogueStop } from './catalogue-stop';
import { storefrontCpuStress } from './storefront-cpu-stress';
import { storefrontPacketLoss } from './storefront-packet-loss';
import { storefrontStalePrices } from './storefront-stale-prices';
import { storefrontTerminate } from './storefront-terminate';
import { zoneFull } from './zone-full';
import { zoneOutage } from './zone-outage';

/** Something is gone; there is too little; what is called is slow; a change was wrong; nobody looks. */
export const experiments: readonly ExperimentCard[] = [
  catalogueStop,
  storefrontTerminate,
  bookingsTaskStop,
  zoneOutage,
  zoneFull,
  storefrontCpuStress,
  catalogueLatency,
  storefrontPacketLoss,
  bookingsTableSlow,
  bookingsTableThrottling,
  bookingsBadDeployment,
  catalogueAccessLost,
  catalogueHang,
  storefrontStalePrices,
];
