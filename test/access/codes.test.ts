import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { giveCodes } from '../../lib/access/new-codes';
import { codeBytes, teamCode, typedCode } from '../../lib/access/team-code';
import { Desk } from './desk';

const bytes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes });

test('a code has at least 128 random bits: flipping any of the first 140 gives another code', () => {
  fc.assert(
    fc.property(bytes, fc.nat(139), (source, bit) => {
      const other = Uint8Array.from(source);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
      expect(teamCode(other)).not.toBe(teamCode(source));
    }),
  );
});

test('a code is read however it is typed: small letters, blanks, without groups, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(bytes, (source) => {
      const code = teamCode(source);
      const careless = code.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      expect(typedCode(careless)).toBe(typedCode(code));
      expect(typedCode(code.replaceAll('-', ''))).toBe(typedCode(code));
    }),
  );
});

test.each([
  ['nothing', ''],
  ['too short', 'ABCD-EFGH'],
  ['a letter that no code has', `U${'0'.repeat(27)}`],
  ['longer than anybody types', '0'.repeat(100_000)],
])('%s can be no code', (_what, text) => {
  expect(typedCode(text)).toBeUndefined();
});

test('what is kept of a code says nothing of it, and depends on the event’s secret key', async () => {
  const desk = new Desk();
  const fixed = () => new Uint8Array(codeBytes);
  const [given] = await giveCodes(desk.codes, desk.event.teams, desk.pepper, fixed);
  const kept = JSON.stringify([...desk.codes.records.values()]);
  expect(kept).not.toContain(typedCode(given?.code ?? ''));
  await giveCodes(desk.codes, desk.event.teams, randomBytes(32), fixed);
  const [before] = JSON.parse(kept) as { hash: string }[];
  expect(desk.codes.records.get('blue')?.hash).not.toBe(before?.hash);
});
