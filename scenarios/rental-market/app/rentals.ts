/** The marketplace's stock. Shared by the application and the journey, so: no imports, no state, nothing that k6 lacks. */

export const townCount = 24;
export const rentalCount = 240;

/** Cards on a listing page. */
export const listingLength = 12;

export interface Rental {
  /** `r-1` to `r-240`. */
  readonly id: string;
  readonly name: string;
  /** Kilometres east and north of the marketplace's office. */
  readonly east: number;
  readonly north: number;
  /** Price of one day, in cents, before the minute's demand moves it. */
  readonly basePriceCents: number;
}

const things = [
  'Cargo bike',
  'Canoe',
  'Party tent',
  'Chainsaw',
  'Camper van',
  'Bouncy castle',
  'Concrete mixer',
  'Tuxedo',
];
const moods = ['Trusty', 'Slightly haunted', 'Barely used', 'Heroic', 'Grandma’s', 'Award-winning'];

/** Scrambles a 32-bit integer: every input has its own output (finalizer of MurmurHash3, public domain). */
export function scramble(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Number of a rental, 1 to 240; undefined when the text names none. */
export function tryRentalNumber(id: string): number | undefined {
  const digits = /^r-([1-9]\d{0,2})$/.exec(id)?.[1];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return number <= rentalCount ? number : undefined;
}

/** @param number 1 to 240 */
export function basePriceCents(number: number): number {
  return 4000 + (scramble(number) % 26000);
}

function rental(number: number): Rental {
  const shape = scramble(number + 1000);
  const home = townPlace(number % townCount);
  return {
    id: `r-${number}`,
    name: `${moods[shape % moods.length]} ${(things[(shape >>> 8) % things.length] ?? '').toLowerCase()}`,
    east: home.east + ((shape >>> 4) % 97) / 10,
    north: home.north + ((shape >>> 12) % 89) / 10,
    basePriceCents: basePriceCents(number),
  };
}

function townPlace(town: number): { east: number; north: number } {
  const shape = scramble(town + 5000);
  return { east: shape % 300, north: (shape >>> 10) % 300 };
}

export const rentals: readonly Rental[] = Array.from({ length: rentalCount }, (_, index) => rental(index + 1));

/** The rentals nearest to a town, nearest first. @param town 0 to 23 */
export function nearest(town: number): readonly Rental[] {
  const place = townPlace(town);
  return rentals
    .map((r) => ({ r, km: Math.hypot(r.east - place.east, r.north - place.north) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, listingLength)
    .map(({ r }) => r);
}

/** The three rentals most like this one, by price and distance. */
export function similar(to: Rental): readonly Rental[] {
  return rentals
    .filter((r) => r.id !== to.id)
    .map((r) => ({
      r,
      unlike: Math.hypot(r.east - to.east, r.north - to.north) + Math.abs(r.basePriceCents - to.basePriceCents) / 500,
    }))
    .sort((a, b) => a.unlike - b.unlike)
    .slice(0, 3)
    .map(({ r }) => r);
}
