import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openChat } from '../../lib/chat/open-chat';
import { WebhookChat } from '../../lib/chat/webhook';
import { refusal } from '../support/refusal';

let server: Server;
let address: string;
let status = 200;
const bodies: unknown[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(body));
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook-secret`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a message is posted as text and in parts, with the message that it replies to', async () => {
  const chat = new WebhookChat(address);
  const ref = await chat.post({ title: 'Kick-off 1', lines: ['Good luck!'] });
  await chat.post({ title: 'It has begun', lines: [] }, ref);
  expect(bodies).toMatchObject([
    { text: 'Kick-off 1\nGood luck!', title: 'Kick-off 1', lines: ['Good luck!'], ref },
    { text: 'It has begun', thread: ref },
  ]);
  expect(await chat.reactions()).toBeUndefined();
});

test('what participants write mentions nobody in a chat that reads the text as markup; the parts hold it as it is', async () => {
  bodies.length = 0;
  const said = '<!channel> @here <https://evil.example|a receipt>';
  await new WebhookChat(address).post({ title: 'Blue declares an incident', lines: [said] });
  expect(bodies).toMatchObject([{ text: expect.not.stringMatching(/[<>]|@\w/) as string, lines: [said] }]);
});

test.each([500, 302])('what answers %i fails, and the error does not tell the address', async (answered) => {
  status = answered;
  const error: unknown = await new WebhookChat(address)
    .post({ title: 'x', lines: [] })
    .catch((failure: unknown) => failure);
  expect(String(error)).toMatch(answered === 500 ? /^Error: Webhook: answered 500$/ : /^Error: Webhook: unreachable$/);
});

describe('secrets of a chat', () => {
  const io = { notify: () => undefined };
  test.each([
    ['are asked for by name', { kind: 'slack', channel: 'C1' }, {}],
    [
      'are read from a file that is there',
      { kind: 'slack', channel: 'C1' },
      { SLACK_BOT_TOKEN_FILE: '/nowhere/token' },
    ],
    ['go over TLS', { kind: 'webhook' }, { GAMEDAY_WEBHOOK: 'http://chat.example/hook' }],
    [
      'go to no other place without TLS',
      { kind: 'slack', channel: 'C1' },
      { SLACK_BOT_TOKEN: 'x', SLACK_API_URL: 'http://chat.example/' },
    ],
  ] as const)('%s', (_rule, place, environment) => {
    expect(() => openChat(place, environment, io)).toThrow(refusal('SecretUnusable'));
  });
});
