import { spoiling } from '../../../lib/scenarios/spoiling';
import type { RentalMarket } from '../stack';

/** A mixin that spoils the rental market. */
export const spoil = spoiling<RentalMarket>('rental-market');
