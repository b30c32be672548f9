import fc from 'fast-check';
import { journeyHmac as hmac } from '../../load/hmac';
import { openLogic } from '../../scenarios/rental-market/app/logic';
import { priceEpochMs, PriceList } from '../../scenarios/rental-market/app/prices';
import { basePriceCents, rentalCount } from '../../scenarios/rental-market/app/rentals';
import { blue, noon } from './play';

const get = (path: string, at = noon) => openLogic(blue).answer({ method: 'GET', path, body: '' }, at);

test('whatever is asked, the application answers and never breaks', () => {
  const logic = openLogic(blue);
  const path = fc.oneof(
    fc.string(),
    fc.string().map((text) => `/${text}`),
    fc.string().map((text) => `/rentals/${text}`),
    fc.string().map((text) => `/catalogue/quotes?rental=r-1&from=${text}&days=3`),
    fc.string().map((text) => `/bookings/${text}`),
    fc.constantFrom('//', '/?town=%', '/bookings', '/catalogue/listing?town=99', '/rentals/r-241'),
  );
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'HEAD');
  fc.assert(
    fc.property(method, path, fc.oneof(fc.string(), fc.json()), (asked, where, body) => {
      const { status } = logic.answer({ method: asked, path: where, body }, noon);
      expect([200, 201, 400, 404, 409]).toContain(status);
    }),
  );
});

test('a price stays within a fifth of its base price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: rentalCount }), fc.nat(), (number, epoch) => {
      const share = new PriceList(hmac, blue.signingKey, epoch).cents(number) / basePriceCents(number);
      expect(share).toBeGreaterThan(0.79);
      expect(share).toBeLessThan(1.21);
    }),
  );
});

test('prices change every minute on the minute, and are the same within it', () => {
  const minute = Math.floor(noon / priceEpochMs) * priceEpochMs;
  expect(get('/', minute).body).toBe(get('/', minute + priceEpochMs - 1).body);
  expect(get('/', minute).body).not.toBe(get('/', minute + priceEpochMs).body);
});

test('a listing shows twelve different rentals of the town', () => {
  const ids = [...get('/?town=5').body.matchAll(/data-rental="(r-\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(12);
  expect(get('/?town=6').body).not.toContain('data-town="5"');
});

test.each([
  ['a rental that does not exist', '/rentals/r-241', 404],
  ['a town that does not exist', '/catalogue/listing?town=24', 400],
  ['a quote for the 31st of February', '/catalogue/quotes?rental=r-1&from=2027-02-31&days=2', 400],
  ['a quote for no days', '/catalogue/quotes?rental=r-1&from=2027-02-01&days=0', 400],
  ['a booking that was never made', '/bookings/b-0123456789abcdef', 404],
  ['a shallow health check', '/static/ok', 200],
  ['a deep health check', '/health', 200],
])('%s is answered rightly', (_title, path, status) => {
  expect(get(path).status).toBe(status);
});

describe('bookings', () => {
  const logic = openLogic(blue);
  const quote = JSON.parse(
    logic.answer({ method: 'GET', path: '/catalogue/quotes?rental=r-9&from=2027-03-04&days=3', body: '' }, noon).body,
  ) as Record<string, unknown>;
  const order = { ...quote, quote: quote['signature'], nonce: 'abcdefgh' };
  const book = (fields: object) =>
    logic.answer({ method: 'POST', path: '/bookings', body: JSON.stringify({ ...order, ...fields }) }, noon);

  test('a quote may be booked at its price whenever the customer comes back', () => {
    const body = JSON.stringify(order);
    expect(logic.answer({ method: 'POST', path: '/bookings', body }, noon + 3_600_000).status).toBe(201);
  });

  test('the same order twice is one booking', () => {
    expect(book({})).toEqual(book({}));
    expect(book({ nonce: 'zyxwvuts' })).not.toEqual(book({}));
  });

  test.each([
    ['a lower price', { priceCents: 1 }, 409],
    ['more days than were quoted', { days: 4 }, 409],
    ["somebody else's signature", { quote: hmac('guess', 'x') }, 409],
    ['no nonce', { nonce: undefined }, 400],
    ['no quote', { quote: undefined }, 400],
  ])('with %s are refused', (_title, fields, status) => {
    expect(book(fields).status).toBe(status);
  });
});
