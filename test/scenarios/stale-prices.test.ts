import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holdOf } from '../../lib/app/held';
import { onceWork } from '../../lib/app/work';
import { journeyHmac as hmac } from '../../load/hmac';
import { catalogueAnswer } from '../../scenarios/rental-market/app/catalogue';
import { openLogic } from '../../scenarios/rental-market/app/logic';
import { storefrontTier } from '../../scenarios/rental-market/app/tiers';
import { blue, noon, play } from './play';

const folder = mkdtempSync(path.join(tmpdir(), 'hold-'));
afterAll(() => rmSync(folder, { recursive: true }));
const HOLD_FILE = path.join(folder, 'held');
afterEach(() => rmSync(HOLD_FILE, { force: true }));

/** The switch as it is set at one instant to last until another. */
function setSwitch(sinceMs: number, text: string): void {
  writeFileSync(HOLD_FILE, text);
  utimesSync(HOLD_FILE, sinceMs / 1000, sinceMs / 1000);
}
const seconds = (ms: number) => `${Math.round(ms / 1000)}\n`;
const minute = 60_000;

describe('a hold', () => {
  const hold = holdOf({ HOLD_FILE });

  test('lasts from when its switch was set until the instant that the switch names', () => {
    setSwitch(noon, seconds(noon + 5 * minute));
    expect(hold.heldForSeconds(noon + minute)).toBeCloseTo(60);
    expect(hold.heldForSeconds(noon + 5 * minute - 1000)).toBeCloseTo(299);
    expect(hold.heldForSeconds(noon + 5 * minute)).toBeUndefined();
  });

  test('is none without a switch', () => {
    expect(hold.heldForSeconds(noon)).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['no instant', 'until tomorrow'],
    ['an instant further away than any experiment lasts', seconds(noon + 13 * 60 * minute)],
    ['no end', 'Infinity'],
  ])('is none when the switch says %s', (_what, text) => {
    setSwitch(noon, text);
    expect(hold.heldForSeconds(noon + minute)).toBeUndefined();
  });
});

describe('a storefront whose prices are held', () => {
  const context = { team: blue, hmac, work: onceWork };
  let now = noon;
  const aStorefront = () =>
    storefrontTier(
      context,
      (asked) => Promise.resolve(catalogueAnswer(context, asked, now)),
      100,
      holdOf({ HOLD_FILE }),
    );
  const prices = async (storefront: ReturnType<typeof aStorefront>, page: string) => {
    const { body } = await storefront.answer({ method: 'GET', path: page, body: '' }, now);
    return [...body.matchAll(/data-(?:rental|product)="([^"]+)" data-price-cents="(\d+)"/g)].map((found) =>
      found.slice(1),
    );
  };
  beforeEach(() => {
    now = noon;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  test('shows other prices on its listing than on its product pages, until the hold ends by itself', async () => {
    const storefront = aStorefront();
    const before = await prices(storefront, '/?town=3');
    setSwitch(noon, seconds(noon + 10 * minute));
    now = noon + 4 * minute;
    expect(await prices(storefront, '/?town=3')).toEqual(before);
    const [id = '', listed] = before[0]!;
    expect((await prices(storefront, `/rentals/${id}`))[0]).not.toEqual([id, listed]);
    now = noon + 10 * minute;
    expect((await prices(storefront, '/?town=3'))[0]).toEqual((await prices(storefront, `/rentals/${id}`))[0]);
  });

  test('is well for as long as its prices are legal, then not, and again after the hold', async () => {
    const storefront = aStorefront();
    setSwitch(noon, seconds(noon + 10 * minute));
    now = noon + 89_000;
    await expect(storefront.healthy()).resolves.toBeUndefined();
    now = noon + 92_000;
    await expect(storefront.healthy()).rejects.toThrow('prices');
    now = noon + 10 * minute;
    await expect(storefront.healthy()).resolves.toBeUndefined();
  });
});

test('a customer of the arena takes a listing with held prices for faulty, and at its first step', () => {
  const { answer } = openLogic(blue);
  const held = play({ logic: { answer: (request, at) => answer(request, at, request.path.startsWith('/?')) } });
  expect(held).toEqual({ end: 'faulty', steps: ['listing'] });
});
