import { onceWork } from '../../lib/app/work';
import { journeyHmac as hmac } from '../../load/hmac';
import { PriceDesk } from '../../scenarios/price-sync/app/desk';
import { indexer } from '../../scenarios/price-sync/app/indexer';
import { openLogic } from '../../scenarios/price-sync/app/logic';
import { memoryBook } from '../../scenarios/price-sync/app/price-book';
import { changeText, readChange } from '../../scenarios/price-sync/app/price-change';
import { holdMs, lagMs, legalCents, priceOf, slotAt } from '../../scenarios/price-sync/app/prices';
import { productCount } from '../../scenarios/price-sync/app/products';
import { handlingOf, keepsUnsent } from '../../scenarios/price-sync/app/settings';
import { journey } from '../../scenarios/price-sync/journey';

const noon = Date.UTC(2026, 11, 10, 12);
const team = { account: '111111111111', signingKey: 'blue-secret' };

/** One customer; `twist` may change what was answered, and `stale` which listings are old. */
function visit({ seed = 7, stale = false, twist = (body: string) => body } = {}): string {
  const logic = openLogic(team);
  const customer = journey.start({ ...team, seed, hmac });
  let next = customer.next();
  let step = '';
  for (let sentAt = noon; next.done !== true; sentAt += 1000) {
    const { name, method, path, body = '' } = next.value;
    step = name;
    const answer = logic.answer({ method, path, body }, sentAt, stale && name === 'listing');
    next = customer.next({ status: answer.status, body: twist(answer.body), sentAt, receivedAt: sentAt + 50 });
  }
  return `${next.value} at ${step}`;
}

describe('a customer', () => {
  test('is content with an honest shop, whatever is looked at', () => {
    for (let seed = 0; seed < 50; seed++) expect(visit({ seed })).toBe('correct at order');
  });

  test.each([
    ['a shelf whose prices are older than the law allows', { stale: true }, 'listing'],
    ['another team’s page', { twist: (body: string) => body.replaceAll('111111111111', '222222222222') }, 'listing'],
    ['a shelf with a product less', { twist: (body: string) => body.replace(/<li .*?<\/li>/, '') }, 'listing'],
    ['a page that was cut off', { twist: (body: string) => body.replace('</html>', '') }, 'listing'],
    [
      'another price on the product page',
      { twist: (body: string) => body.replace(/(<article .*data-price-cents=")\d+/, '$15') },
      'product',
    ],
    ['a forged receipt', { twist: (body: string) => body.replace(/"signature":"./, '"signature":"_') }, 'order'],
  ])('finds %s wrong', (_what, options, step) => {
    expect(visit(options)).toBe(`faulty at ${step}`);
  });
});

describe('prices', () => {
  test('change one after the other, two a second, each every twenty minutes', () => {
    const changed = (from: number, to: number) =>
      Array.from({ length: productCount }, (_, index) => index + 1).filter(
        (product) => slotAt(product, from) !== slotAt(product, to),
      ).length;
    expect(changed(noon, noon + 10_000)).toBe(20);
    expect(changed(noon, noon + holdMs)).toBe(productCount);
  });

  test('are legal for half a minute after they have changed, and not longer', () => {
    const changesAt = Array.from({ length: holdMs / 1000 }, (_, second) => noon + second * 1000).find(
      (at) => slotAt(7, at) !== slotAt(7, at - 1000),
    )!;
    const old = priceOf(hmac, 'key', 7, slotAt(7, changesAt - 1000)).cents;
    const isLegal = (at: number) => legalCents(hmac, 'key', 7, { sentAt: at, receivedAt: at }).includes(old);
    expect([isLegal(changesAt + lagMs - 1000), isLegal(changesAt + lagMs + 1000)]).toEqual([true, false]);
  });
});

describe('a book', () => {
  test('never lets an older price take the place of a newer one', async () => {
    const book = memoryBook();
    expect(await book.put({ product: 1, slot: 5, cents: 500 })).toBe(true);
    expect(await book.put({ product: 1, slot: 4, cents: 400 })).toBe(false);
    expect(await book.get([1, 2])).toEqual([{ product: 1, slot: 5, cents: 500 }]);
  });
});

describe('the desk', () => {
  const aDesk = (keepsUnsentPrices = true, store = memoryBook()) => {
    const sent: string[] = [];
    const queue = {
      isOpen: true,
      send: (text: string) => (queue.isOpen ? tell(text) : Promise.reject(new Error('shut'))),
    };
    const tell = (text: string) => Promise.resolve(void sent.push(text));
    const desk = new PriceDesk({ signingKey: 'key', hmac, store, queue, keepsUnsent: keepsUnsentPrices });
    return { desk, sent, queue, store };
  };
  beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(() => jest.restoreAllMocks());

  test('tells the queue every price once, whoever of several changes it', async () => {
    const one = aDesk();
    const other = aDesk(true, one.store);
    await Promise.all([one.desk.pass(noon), other.desk.pass(noon)]);
    await one.desk.pass(noon + 1000);
    await other.desk.pass(noon + 1000);
    const told = [...one.sent, ...other.sent].map(readChange);
    expect(told).toHaveLength(productCount + 2);
    expect(new Set(told.map(({ product, slot }) => `${product} ${slot}`)).size).toBe(told.length);
  });

  test.each([
    ['sends later what the queue did not take', true, 20],
    ['forgets it, when it is told to', false, 0],
  ])('%s', async (_rule, keeps, later) => {
    const { desk, sent, queue } = aDesk(keeps);
    await desk.pass(noon);
    queue.isOpen = false;
    await desk.pass(noon + 10_000);
    sent.length = 0;
    queue.isOpen = true;
    await desk.pass(noon + 10_000);
    expect(sent).toHaveLength(later);
  });

  test('tries again what the store refused', async () => {
    const store = memoryBook();
    const put = jest.spyOn(store, 'put').mockRejectedValue(new Error('throttled'));
    const { desk, sent } = aDesk(true, store);
    await desk.pass(noon);
    expect(sent).toEqual([]);
    put.mockRestore();
    await desk.pass(noon);
    expect(sent).toHaveLength(productCount);
  });
});

describe('the indexer', () => {
  const change = { product: 3, slot: 4, cents: 500 };
  const run = async (text: string, variables: Record<string, string>, failures = 0) => {
    const index = memoryBook();
    const put = jest.spyOn(index, 'put');
    for (let failure = 0; failure < failures; failure++) put.mockRejectedValueOnce(new Error('throttled'));
    const aside: string[] = [];
    const pauses: number[] = [];
    const handle = indexer(
      {
        index,
        queue: { putAside: (each) => Promise.resolve(void aside.push(each)) },
        work: onceWork,
        hash: (each) => each,
        pause: (seconds) => Promise.resolve(pauses.push(seconds)),
      },
      handlingOf(variables),
    );
    return { done: await handle(text), aside, pauses, indexed: await index.get([3]) };
  };
  const sound = { PREFETCH: '10', ATTEMPTS: '3', DEAD_LETTERS: 'aside' };
  beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(() => jest.restoreAllMocks());

  test('writes a changed price, also when the index refuses it at first', async () => {
    expect(await run(changeText(change), sound, 2)).toEqual({
      done: true,
      aside: [],
      pauses: [2, 2],
      indexed: [change],
    });
  });

  test.each([
    ['puts aside what it cannot do', 'no price', sound, 0, { done: true, aside: ['no price'] }],
    [
      'leaves it in the queue without anywhere to put it',
      'no price',
      { ...sound, DEAD_LETTERS: '' },
      0,
      { done: false, aside: [] },
    ],
    [
      'gives up after one refusal that allows one attempt',
      changeText(change),
      { ...sound, ATTEMPTS: '1' },
      1,
      { done: true, indexed: [] },
    ],
    ['takes no product that there is not', changeText({ ...change, product: 9999 }), sound, 0, { indexed: [] }],
  ])('%s', async (_rule, text, variables, failures, expected) => {
    expect(await run(text, variables, failures)).toMatchObject(expected);
  });
});

describe('variables', () => {
  test.each([
    [{}, { atOnce: 10, attempts: 3, gaveUp: 'left' }],
    [{ PREFETCH: '0' }, { atOnce: Infinity }],
    [
      { PREFETCH: 'many', ATTEMPTS: '-1' },
      { atOnce: 10, attempts: 3 },
    ],
    [{ ATTEMPTS: '0' }, { attempts: 1 }],
    [{ DEAD_LETTERS: 'aside' }, { gaveUp: 'aside' }],
  ])('%j of the indexer', (variables, expected) => {
    expect(handlingOf(variables)).toMatchObject(expected);
  });

  test('the shop keeps what it could not send unless it is told otherwise', () => {
    expect([keepsUnsent({}), keepsUnsent({ UNSENT: 'keep' }), keepsUnsent({ UNSENT: 'drop' })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
