import { ChatDesk } from '../../lib/chat/chat-desk';
import type { Chat, ChatText, Reaction } from '../../lib/chat/chat';
import type { UndatedEntry } from '../../lib/core/records/records';
import { aDesk } from '../core/informed/a-desk';
import { anInformedEvent, readyForTest } from '../support/an-informed';
import { at, iso } from '../support/builders';

/** A chat in memory. */
class FakeChat implements Chat {
  readonly texts: { text: ChatText; thread: string | undefined; offered: number }[] = [];
  calls = 0;
  isDown = false;
  people: readonly Reaction[] | undefined = [];

  post(text: ChatText, thread?: string): Promise<string> {
    return this.answer(() => String(this.texts.push({ text, thread, offered: 0 }) - 1));
  }
  update(ref: string, text: ChatText): Promise<void> {
    return this.answer(() => void (this.texts[Number(ref)]!.text = text));
  }
  offer(ref: string, places: number): Promise<void> {
    return this.answer(() => void (this.texts[Number(ref)]!.offered = places));
  }
  reactions(): Promise<readonly Reaction[] | undefined> {
    return this.answer(() => this.people);
  }
  private answer<T>(act: () => T): Promise<T> {
    this.calls += 1;
    return this.isDown ? Promise.reject(new Error('Slack: chat.postMessage: fatal_error')) : Promise.resolve(act());
  }
}

function aChat() {
  const desk = aDesk(anInformedEvent(), readyForTest);
  const chat = new FakeChat();
  let now = 0;
  const append = (entry: UndatedEntry): void => desk.add({ ...entry, at: iso(at(now)) });
  const open = (): ChatDesk => new ChatDesk(chat, append);
  const teller = { desk: open() };
  const tell = async (seconds: number): Promise<void> => {
    now = seconds;
    desk.step(seconds, teller.desk.shown(desk.dayAt(seconds)));
    await teller.desk.tell(desk.dayAt(seconds));
  };
  const restart = (): void => void (teller.desk = open());
  const titles = (): string[] => chat.texts.map(({ text }) => text.title);
  return { desk, chat, tell, restart, titles };
}

test('every message is posted once, replies in the thread of their kick-off, also by whoever takes over', async () => {
  const { chat, tell, restart, titles } = aChat();
  for (const seconds of [600, 610, 900]) await tell(seconds);
  restart();
  await tell(905);
  expect(titles()).toEqual(['Kick-off 1: An instance stops', 'It runs in Test', 'It has begun']);
  expect(chat.texts.map(({ thread, offered }) => [thread, offered])).toEqual([
    [undefined, 2],
    ['0', 0],
    ['0', 0],
  ]);
});

test('the card shows a running clock, and is changed only when its words are', async () => {
  const { chat, tell } = aChat();
  await tell(600);
  const calls = chat.calls;
  await tell(601);
  await tell(659);
  // One look at the reactions each.
  expect(chat.calls).toBe(calls + 2);
  await tell(660);
  expect(chat.texts[0]?.text.lines.join('\n')).toContain('4m left');
});

test('reactions become votes of the log, and their number is that of the environment', async () => {
  const { desk, chat, tell } = aChat();
  await tell(600);
  chat.people = [
    { place: 1, people: ['U1', 'U2'] },
    { place: 9, people: ['U3'] },
  ];
  await tell(610);
  await tell(620);
  const votes = desk.entries.flatMap((entry) => (entry.type === 'vote' ? [`${entry.voter} ${entry.environment}`] : []));
  expect(votes).toEqual(['chat:U1 test', 'chat:U2 test']);
});

test('a chat that is down begins and ends nothing, is asked once a turn, and is given up after three tries, which the log tells', async () => {
  const { desk, chat, tell } = aChat();
  chat.isDown = true;
  for (const seconds of [600, 610, 620, 630, 640]) await tell(seconds);
  expect(chat.calls).toBe(3);
  expect(desk.entries.filter(({ type }) => type === 'chat-failed')).toMatchObject([
    { message: 'kick-off-1', reason: 'Slack: chat.postMessage: fatal_error' },
  ]);
  await tell(900);
  await tell(1500);
  expect(desk.told()).toEqual([
    'kick-off 1',
    'test: nobody voted, and it is the safest one that may be used',
    'started kick-off-1-blue',
    'started kick-off-1-red',
    'completed kick-off-1-blue: its time was up',
    'completed kick-off-1-red: its time was up',
  ]);
});

test('when the chat is back, what is new is told, without the thread that nobody could begin', async () => {
  const { chat, tell, titles } = aChat();
  chat.isDown = true;
  for (const seconds of [600, 610, 620]) await tell(seconds);
  chat.isDown = false;
  await tell(900);
  expect(titles()).toEqual(['It runs in Test', 'It has begun']);
  expect(chat.texts.every(({ thread }) => thread === undefined)).toBe(true);
});

test('reactions that nobody can read take no vote back', async () => {
  const { desk, chat, tell } = aChat();
  await tell(600);
  chat.people = [{ place: 1, people: ['U1'] }];
  await tell(610);
  await tell(620);
  chat.isDown = true;
  await tell(630);
  await tell(640);
  expect(desk.entries.filter(({ type }) => type === 'retracted')).toEqual([]);
  chat.isDown = false;
  chat.people = [];
  await tell(650);
  await tell(655);
  expect(desk.entries.filter(({ type }) => type === 'retracted')).toHaveLength(1);
});
