import { spoiling } from '../../../lib/scenarios/spoiling';
import type { PriceSync } from '../stack';

/** A mixin that spoils the shop. */
export const spoil = spoiling<PriceSync>('price-sync');
