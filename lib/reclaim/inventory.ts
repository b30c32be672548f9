import { usdPerHour } from '../core/prices';
import type { Kind } from './kind';

/** Something that stands in an account and does not belong there. */
export interface Item {
  readonly service: string;
  readonly type: string;
  readonly id: string;
  /** `global` for what belongs to no region. */
  readonly region: string;
  /** By the price table; absent where it has no price for its kind. */
  readonly usdPerHour?: number;
  /** What AWS said when its removal was last asked for. */
  readonly why?: string;
}

/** What could not be looked at, so that nobody knows what stands there. */
export interface Unseen {
  readonly service: string;
  readonly type: string;
  readonly region: string;
  readonly why: string;
}

/** Everything that was found in all regions of an account, less what stands in every clean one. */
export interface Inventory {
  /** ISO instant at which it was begun. */
  readonly at: string;
  readonly items: readonly Item[];
  readonly unseen: readonly Unseen[];
  /** How many things were found that belong to a clean account. */
  readonly belonging: number;
}

/** Nothing is left, and everything could be looked at. */
export const isClean = ({ items, unseen }: Inventory): boolean => items.length === 0 && unseen.length === 0;

/** USD per hour of all items whose price is known. */
export const costOf = (items: readonly Item[]): number => items.reduce((sum, each) => sum + (each.usdPerHour ?? 0), 0);

/**
 * Looks at every kind, and goes on where one cannot be looked at. Never rejects.
 * @param now milliseconds since the epoch
 */
export async function inventory(kinds: readonly Kind[], now: number): Promise<Inventory> {
  const lists = await Promise.all(kinds.map(look));
  return {
    at: new Date(now).toISOString(),
    items: lists.flatMap(({ items }) => items),
    unseen: lists.flatMap(({ unseen }) => unseen ?? []),
    belonging: lists.reduce((sum, { belonging }) => sum + belonging, 0),
  };
}

interface Look {
  readonly items: readonly Item[];
  readonly belonging: number;
  readonly unseen?: Unseen;
}

async function look(kind: Kind): Promise<Look> {
  const { service, type, region } = kind;
  try {
    const found = await kind.list();
    const strangers = found.filter(({ belongs }) => belongs === undefined);
    const items = strangers.map(({ id, priced }) => ({
      ...{ service, type, id, region },
      ...(priced && { usdPerHour: usdPerHour([priced]).usdPerHour }),
    }));
    return { items, belonging: found.length - strangers.length };
  } catch (error) {
    return { items: [], belonging: 0, unseen: { service, type, region, why: said(error) } };
  }
}

/** What an error says, in one line. */
export function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message.replace(/\s+/g, ' ').trim();
  return error.name === 'Error' || text.includes(error.name) ? text : `${error.name}: ${text}`;
}
