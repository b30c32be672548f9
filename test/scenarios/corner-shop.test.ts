import { serve } from '../../lib/app/serve';
import { journeyHmac as hmac } from '../../load/hmac';
import { programOf } from '../../scenarios/corner-shop/app/server';
import { journey } from '../../scenarios/corner-shop/journey';
import { blue } from './play';

const environment = { ACCOUNT: blue.account, SIGNING_KEY: blue.signingKey };

test('a customer of the real program is content, and it says that it is healthy', async () => {
  const { url, close } = await serve(programOf(environment), 0);
  try {
    const customer = journey.start({ ...blue, seed: 5, hmac });
    let next = customer.next();
    while (next.done !== true) {
      const { method, path, body = null } = next.value;
      const sentAt = Date.now();
      const answer = await fetch(url + path, { method, body });
      next = customer.next({ status: answer.status, body: await answer.text(), sentAt, receivedAt: Date.now() });
    }
    expect(next.value).toBe('correct');
    expect((await fetch(`${url}/health`)).status).toBe(200);
  } finally {
    close();
  }
});

test.each([
  ['nothing', ''],
  ['no nonce', '{}'],
  ['a nonce with more in it', '{"nonce":"abcdefgh","price":0}'],
])('a purchase with %s is refused', async (_title, body) => {
  const answer = await programOf(environment).answer({ method: 'POST', path: '/purchases', body }, 0);
  expect(answer.status).toBe(400);
});

test('a program without a signing key does not start', () => {
  expect(() => programOf({ ...environment, SIGNING_KEY: '' })).toThrow('SIGNING_KEY is not set');
});
