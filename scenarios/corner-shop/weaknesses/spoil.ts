import { spoiling } from '../../../lib/scenarios/spoiling';
import type { CornerShop } from '../stack';

/** A mixin that spoils this scenario's architecture. */
export const spoil = spoiling<CornerShop>('corner-shop');
