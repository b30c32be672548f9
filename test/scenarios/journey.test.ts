import fc from 'fast-check';
import { journeyHmac as hmac } from '../../load/hmac';
import { openLogic } from '../../scenarios/rental-market/app/logic';
import { journey } from '../../scenarios/rental-market/journey';
import { blue, noon, play, red, type Liar } from './play';

const all = [...journey.stepNames];

/** A liar in one step, honest in the others. */
const lieIn =
  (step: string, lie: Liar): Liar =>
  (request, honest, sentAt) =>
    request.name === step ? lie(request, honest, sentAt) : honest;

test('a customer of an honest marketplace is content, whatever the seed and the instant', () => {
  const logic = openLogic(blue);
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: noon, max: noon + 400 * 24 * 3_600_000 }), (seed, startAt) => {
      expect(play({ seed, startAt, logic })).toEqual({ end: 'correct', steps: all });
    }),
  );
});

test('customers differ: what they look at, rent and say depends on the seed', () => {
  const paths = new Set<string>();
  for (let seed = 0; seed < 50; seed++) {
    play({ seed, liar: (request, honest) => (paths.add(request.path + (request.body ?? '')), honest) });
  }
  // 24 towns and, of 250 requests, hardly two the same beyond them.
  expect(paths.size).toBeGreaterThan(200);
});

describe.each(all)('in step %s', (step) => {
  const endsHere = { end: 'faulty', steps: all.slice(0, all.indexOf(step) + 1) };

  test.each<[string, Liar]>([
    ['rubbish with status 200', () => ({ status: 200, body: '\u0000<<<{{{ rubbish' })],
    ['an empty answer', (_request, { status }) => ({ status, body: '' })],
    ['JSON null', (_request, { status }) => ({ status, body: 'null' })],
    ['a list instead of an object', (_request, { status }) => ({ status, body: '[1,2,3]' })],
    ['the right answer with a wrong status', (_request, { body }) => ({ status: 202, body })],
    ['not found', () => ({ status: 404, body: 'not found' })],
    ['half an answer', (_request, { status, body }) => ({ status, body: body.slice(0, body.length / 2) })],
  ])('%s is wrong', (_title, lie) => {
    expect(play({ liar: lieIn(step, lie) })).toEqual(endsHere);
  });

  test("another team's answer is wrong", () => {
    const other = openLogic(red);
    const lie: Liar = (request, _honest, sentAt) => other.answer({ ...request, body: request.body ?? '' }, sentAt);
    expect(play({ liar: lieIn(step, lie) })).toEqual(endsHere);
  });

  test("another team's answer with our account written into it is wrong", () => {
    const other = openLogic({ ...red, account: blue.account });
    const lie: Liar = (request, _honest, sentAt) => other.answer({ ...request, body: request.body ?? '' }, sentAt);
    expect(play({ liar: lieIn(step, lie) })).toEqual(endsHere);
  });

  test('an answer canned from an earlier customer is wrong', () => {
    const canned = new Map<string, { status: number; body: string }>();
    play({ seed: 1, liar: (request, honest) => (canned.set(request.name, honest), honest) });
    expect(play({ seed: 2, liar: lieIn(step, (_request, honest) => canned.get(step) ?? honest) })).toEqual(endsHere);
  });

  test('no body makes the journey throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (body) => {
        expect(play({ liar: lieIn(step, (_request, { status }) => ({ status, body })) })).toEqual(endsHere);
      }),
    );
  });
});

describe.each(['listing', 'product', 'quote'])('prices of step %s', (step) => {
  const logic = openLogic(blue);
  const from =
    (secondsAgo: number): Liar =>
    (request, _honest, sentAt) =>
      logic.answer({ ...request, body: '' }, sentAt - secondsAgo * 1000);

  test('may be 25 seconds old', () => {
    for (const offset of [0, 13_000, 21_000, 59_000]) {
      expect(play({ startAt: noon + offset, liar: lieIn(step, from(25)) }).end).toBe('correct');
    }
  });

  test.each([95, 600, 3600])('may not be %d seconds old', (secondsAgo) => {
    expect(play({ liar: lieIn(step, from(secondsAgo)) }).end).toBe('faulty');
  });

  test('may not be those of the next minute', () => {
    expect(play({ liar: lieIn(step, from(-61)) }).end).toBe('faulty');
  });
});

const edited =
  (edit: (fields: Record<string, unknown>) => void): Liar =>
  (_request, { status, body }) => {
    const fields = JSON.parse(body) as Record<string, unknown>;
    edit(fields);
    return { status, body: JSON.stringify(fields) };
  };

test.each<[string, string, Liar]>([
  ['a quote whose total is not price times days', 'quote', edited((f) => (f['totalCents'] = 1))],
  ['a quote without a right signature', 'quote', edited((f) => (f['signature'] = 'f'.repeat(64)))],
  ['a receipt over another price', 'booking', edited((f) => (f['priceCents'] = 1))],
  ['a receipt with another nonce', 'booking', edited((f) => (f['nonce'] = 'someoneelse'))],
  ['a receipt without an id', 'booking', edited((f) => delete f['id'])],
  ['a receipt that was not signed with the key', 'booking', edited((f) => (f['signature'] = hmac('guess', 'x')))],
  ['a booking read back with other days', 'receipt', edited((f) => (f['days'] = 99))],
])('%s is wrong', (_title, step, lie) => {
  expect(play({ liar: lieIn(step, lie) })).toEqual({ end: 'faulty', steps: all.slice(0, all.indexOf(step) + 1) });
});

test('a booking that was receipted but never kept is wrong when it is read back', () => {
  const forgetful = openLogic(blue);
  const lie: Liar = (request, _honest, sentAt) => forgetful.answer({ ...request, body: '' }, sentAt);
  expect(play({ liar: lieIn('receipt', lie) })).toEqual({ end: 'faulty', steps: all });
});

test('further fields and markup are the team’s own business', () => {
  const liar: Liar = (request, { status, body }) =>
    body.startsWith('{')
      ? { status, body: JSON.stringify({ ...(JSON.parse(body) as object), cachedBy: 'us' }) }
      : { status, body: `<!-- faster now -->${body}` };
  expect(play({ liar }).end).toBe('correct');
});
