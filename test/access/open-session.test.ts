import { mostFailures } from '../../lib/access/attempt-limit';
import { openSession } from '../../lib/access/open-session';
import { Desk } from './desk';

const wrong = '0000-0000-0000-0000-0000-0000-0000';
let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

const ask = (code: string, address = '192.0.2.1') => openSession(desk.ports, code, address);
async function failOften(times: number, address: (time: number) => string): Promise<void> {
  for (let time = 0; time < times; time += 1) await ask(wrong, address(time));
}

test('a team’s code lets that team in', async () => {
  const code = await desk.code('red');
  expect(await ask(code)).toMatchObject({ ok: true, team: 'red' });
});

test('a team may log in before the event starts', async () => {
  desk.log = [];
  expect(await ask(await desk.code('red'))).toMatchObject({ ok: true });
});

test.each([
  ['a wrong code', wrong],
  ['no code', ''],
  ['another event’s words', 'let me in'],
])('%s is refused', async (_what, code) => {
  await desk.code('red');
  expect(await ask(code)).toEqual({ ok: false, refusal: 'wrong-code' });
});

test('a code that was rotated is refused, the new one is not', async () => {
  const old = await desk.code('red');
  const fresh = await desk.code('red');
  expect(await ask(old)).toEqual({ ok: false, refusal: 'wrong-code' });
  expect(await ask(fresh)).toMatchObject({ ok: true });
});

test('a code of a team that left the event is refused', async () => {
  const code = await desk.code('red');
  desk.codes.records.set('green', { ...desk.codes.records.get('red')!, team: 'green' });
  desk.codes.records.delete('red');
  expect(await ask(code)).toEqual({ ok: false, refusal: 'wrong-code' });
});

test('whoever guesses too often is refused even with the right code, until the next minute', async () => {
  const code = await desk.code('red');
  await failOften(mostFailures.perAddress, () => '192.0.2.1');
  expect(await ask(code)).toEqual({ ok: false, refusal: 'too-many-attempts' });
  desk.now += 60_000;
  expect(await ask(code)).toMatchObject({ ok: true });
});

test('guesses from one address alone never keep another out', async () => {
  const code = await desk.code('red');
  await failOften(2 * mostFailures.global, () => '192.0.2.1');
  expect(await ask(code, '192.0.2.2')).toMatchObject({ ok: true });
});

test('guesses from many addresses are refused together', async () => {
  await failOften(mostFailures.global, (time) => `198.51.${time >> 8}.${time & 255}`);
  expect(await ask(wrong, '192.0.2.2')).toEqual({ ok: false, refusal: 'too-many-attempts' });
});

test('guesses from one IPv6 network count together, however the address is written', async () => {
  await failOften(mostFailures.perAddress, (time) => `2001:db8:0:1::${time.toString(16)}`);
  expect(await ask(wrong, '2001:0db8:0000:0001:ffff::9')).toEqual({ ok: false, refusal: 'too-many-attempts' });
  expect(await ask(wrong, '2001:db8:0:2::1')).toEqual({ ok: false, refusal: 'wrong-code' });
});

test('an IPv4 address counts the same when it comes as IPv6', async () => {
  await failOften(mostFailures.perAddress, () => '192.0.2.1');
  expect(await ask(wrong, '::ffff:192.0.2.1')).toEqual({ ok: false, refusal: 'too-many-attempts' });
});

test('only failures count: a whole room logs in from one address', async () => {
  const code = await desk.code('red');
  for (let time = 0; time < 3 * mostFailures.perAddress; time += 1) {
    expect(await ask(code)).toMatchObject({ ok: true });
  }
});

test('many guesses at once get no more tries than one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(wrong)));
  const tried = answers.filter((answer) => !answer.ok && answer.refusal === 'wrong-code');
  expect(tried).toHaveLength(mostFailures.perAddress);
});
