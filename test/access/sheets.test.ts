import { sheetPage } from '../../lib/access/sheet-page';
import { sheetText } from '../../lib/access/sheet-text';
import type { NewCode } from '../../lib/access/new-codes';

const facts = { eventName: 'Spring <GameDay>', address: 'https://board.example/team?a=1&b=2' };
const sheet = (name: string, code = 'ABCD-EFGH'): NewCode => ({
  team: { id: 'blue', name, account: '111111111111' },
  code,
});

test('a sheet for the terminal says team, address and code', () => {
  const text = sheetText(sheet('Blue Whales'), facts);
  for (const part of ['Blue Whales', facts.address, 'ABCD-EFGH']) expect(text).toContain(part);
});

test('the QR code holds the address and not the code', () => {
  const drawn = (code: string, address = facts.address) =>
    /<svg.*<\/svg>/s.exec(sheetPage([sheet('Blue Whales', code)], { ...facts, address }))?.[0];
  expect(drawn('ABCD-EFGH')).toBe(drawn('JKMN-PQRS'));
  expect(drawn('ABCD-EFGH')).not.toBe(drawn('ABCD-EFGH', 'https://board.example/other'));
});

test('a page has a sheet for each team, and needs nothing from anywhere', () => {
  const page = sheetPage([sheet('Blue'), sheet('Red', 'JKMN-PQRS')], facts);
  expect(page.match(/<section>/g)).toHaveLength(2);
  expect(page).toContain('JKMN-PQRS');
  expect(page).not.toMatch(/\bsrc=|\bhref=|@import|url\(/);
});

test('names are text on the page, whatever they hold', () => {
  const page = sheetPage([sheet('<script>alert("1")</script> & \'friends\'')], facts);
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;friends&#39;');
  expect(page).toContain('Spring &lt;GameDay&gt;');
});
