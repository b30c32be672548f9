/**
 * A number in [0, 1) that depends on nothing but its key, so that every process that asks gets the same. Evenly spread, and no secret.
 */
export function dice(...key: readonly (string | number)[]): number {
  // FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv), whose low bits differ too little for like keys until they are mixed.
  let hash = 0x811c9dc5;
  for (const character of key.join('|')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
