import { z } from 'zod';
import type { Price } from './prices';
import { productCount } from './products';

const changeSchema = z.strictObject({
  product: z.number().int().min(1).max(productCount),
  slot: z.number().int(),
  cents: z.number().int().positive(),
});

/** A changed price as it goes through the queue. */
export const changeText = ({ product, slot, cents }: Price): string => JSON.stringify({ product, slot, cents });

/** @throws when the text is no changed price, whatever else it is */
export const readChange = (text: string): Price => changeSchema.parse(JSON.parse(text));
