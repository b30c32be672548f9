/**
 * A team's code: what is printed on its sheet and typed by its participants. 140 random bits in Crockford's base 32, which has no letters
 * that are taken for digits (https://www.crockford.com/base32.html), in seven groups of four.
 */

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const GROUP_SYMBOLS = 4;
const CODE_SYMBOLS = GROUPS * GROUP_SYMBOLS;
const BITS_PER_SYMBOL = 5;

/** Random bytes that a code is made of: a few bits more than it holds. */
export const codeBytes = Math.ceil((CODE_SYMBOLS * BITS_PER_SYMBOL) / 8);

/** @param bytes `codeBytes` of them, from a source that nobody can guess */
export function teamCode(bytes: Uint8Array): string {
  if (bytes.length !== codeBytes) throw new Error(`a code is made of ${codeBytes} bytes`);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const written = Array.from({ length: CODE_SYMBOLS }, (_, index) =>
    symbols.charAt(parseInt(bits.slice(index * BITS_PER_SYMBOL, (index + 1) * BITS_PER_SYMBOL), 2)),
  ).join('');
  return Array.from({ length: GROUPS }, (_, group) =>
    written.slice(group * GROUP_SYMBOLS, (group + 1) * GROUP_SYMBOLS),
  ).join('-');
}

/** What somebody typed as the code that it means: without groups, in capitals, mistaken letters corrected. Undefined when it can be none. */
export function typedCode(text: string): string | undefined {
  // Longer than any code with its separators: nobody types it, and it need not be looked at.
  if (text.length > 4 * CODE_SYMBOLS) return undefined;
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return plain.length === CODE_SYMBOLS && [...plain].every((symbol) => symbols.includes(symbol)) ? plain : undefined;
}
