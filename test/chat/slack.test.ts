import { SlackChat } from '../../lib/chat/slack';
import { openSlack, react, type SlackServer } from '../support/slack-server';

let slack: SlackServer;
let chat: SlackChat;
beforeEach(async () => {
  slack = await openSlack();
  chat = new SlackChat({ token: 'xoxb-secret', channel: 'C0123', address: slack.url });
});
afterEach(() => slack.close());

const text = { title: 'Kick-off 1', lines: ['Good luck!'] };

test('a message is posted, answered in its thread, and changed', async () => {
  const ref = await chat.post(text);
  await chat.post({ title: 'It has begun', lines: [] }, ref);
  await chat.update(ref, { ...text, lines: ['It is over.'] });
  expect(slack.messages.map(({ text: words, thread }) => [words, thread])).toEqual([
    ['*Kick-off 1*\nIt is over.', undefined],
    ['*It has begun*', ref],
  ]);
  expect(slack.authorization()).toBe('Bearer xoxb-secret');
});

test('what participants write can neither mention anybody nor hide an address', async () => {
  await chat.post({ title: '<!channel> *loud*', lines: ['<https://evil.example|a receipt> & <@U1>'] });
  expect(slack.messages[0]?.text).toBe(
    '*&lt;!channel&gt; ∗loud∗*\n&lt;https://evil.example|a receipt&gt; &amp; &lt;@U1&gt;',
  );
});

test('reactions are people by the number that they chose; the bot only shows what to click', async () => {
  const ref = await chat.post(text);
  await chat.offer(ref, 2);
  await chat.offer(ref, 2);
  const [message] = slack.messages;
  for (const [name, user] of [
    ['two', 'U1'],
    ['two', 'U2'],
    ['one', 'U1'],
    ['tada', 'U3'],
  ] as const) {
    react(message!, name, user);
  }
  expect(await chat.reactions(ref)).toEqual([
    { place: 1, people: ['U1'] },
    { place: 2, people: ['U1', 'U2'] },
  ]);
});

test('nobody’s reactions count while the bot cannot tell its own from theirs', async () => {
  slack.bot = undefined;
  const ref = await chat.post(text);
  await chat.offer(ref, 2);
  await expect(chat.reactions(ref)).rejects.toThrow('auth.test');
});

test.each([
  ['ratelimited', 'slack_webapi_rate_limited_error'],
  ['internal_error', 'internal_error'],
  ['hangs up', 'slack_webapi_request_error'],
] as const)('a chat that is %s is tried once, and its error tells Slack’s code and no secret', async (mood, code) => {
  slack.mood = mood;
  const error: unknown = await chat.post(text).catch((failure: unknown) => failure);
  expect(String(error)).toBe(`Error: Slack: chat.postMessage: ${code}`);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('xoxb-secret');
  expect(slack.calls).toEqual(['chat.postMessage']);
});
