import type { GameDayEvent } from './event';

/** Room for a table's key, a metric's dimension and a stack's name at once. */
const MOST_CHARACTERS = 32;

/**
 * The event's name in keys, prefixes and stack names: small letters, digits and single hyphens, then the edition when there is one.
 * A name without any such letter gives `event`. Two events that may not share records need different ids.
 */
export function eventId({ name, edition }: Pick<GameDayEvent, 'name' | 'edition'>): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? ['event']).join('-').slice(0, MOST_CHARACTERS).replace(/-$/, '');
  return edition === undefined ? slug : `${slug}-${edition}`;
}
