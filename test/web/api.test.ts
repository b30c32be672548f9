import { createHash } from 'node:crypto';
import { ApiProblem, askApi } from '../../web/shared/api';

const answering = (answer: Response) => jest.spyOn(globalThis, 'fetch').mockResolvedValue(answer);

/** An answer whose connection breaks in the middle of its body. */
function tornAnswer(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"points":'));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: 200 });
}

afterEach(() => jest.restoreAllMocks());

test('a good answer is read', async () => {
  answering(Response.json({ points: 3 }));
  expect((await askApi('GET', 'teams/blue')).content).toEqual({ points: 3 });
});

test.each([
  ['breaks off', tornAnswer],
  ['is no JSON', () => new Response('<html>', { status: 200 })],
])('an answer that %s is none, so that the page keeps the last good one', async (_what, torn) => {
  answering(torn());
  await expect(askApi('GET', 'teams/blue')).rejects.toMatchObject({ name: 'ApiProblem', status: 0 });
});

test('what is refused says why, also where the server’s words are lost on the way', async () => {
  answering(Response.json({ title: 'Conflict', detail: 'It is closed.' }, { status: 409 }));
  await expect(askApi('GET', 'x')).rejects.toEqual(new ApiProblem(409, 'It is closed.'));
  answering(new Response('oops', { status: 502, statusText: 'Bad Gateway' }));
  await expect(askApi('GET', 'x')).rejects.toEqual(new ApiProblem(502, 'Bad Gateway'));
});

test('what is written comes with the hash of its body, which CloudFront signs along', async () => {
  Object.assign(globalThis, { isSecureContext: true });
  const fetched = answering(Response.json({}));
  await askApi('POST', 'session', { code: 'abc' });
  const sent = fetched.mock.calls[0]?.[1];
  const hash = createHash('sha256').update('{"code":"abc"}').digest('hex');
  expect(sent).toMatchObject({ body: '{"code":"abc"}', headers: { 'x-amz-content-sha256': hash } });
});
