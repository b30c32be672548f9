import { pathText, type Complaint } from './event-mistakes';
import { nearestWord } from './nearest';
import type { Item } from './sound';

/** What is wrong with a word that is none of those that are known, and what to write instead. */
export function unknown(kind: string, written: string, known: readonly string[]): Pick<Complaint, 'what' | 'fix'> {
  const meant = nearestWord(written, known);
  const list = known.length > 0 ? `Known: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.` : '';
  const fix = meant !== undefined ? `Did you mean ${meant}?` : list === '' ? 'There is none.' : list;
  return { what: `${written} is no ${kind}`, fix };
}

/** Items whose `key` an earlier item has already, with the path of that one. */
export function repeated<T>(list: readonly Item<T>[], of: (value: T) => string | undefined, key: string) {
  const firsts = new Map<string, string>();
  return list.flatMap((item) => {
    const value = of(item.value);
    if (value === undefined) return [];
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, pathText(item.path));
    return first === undefined ? [] : [{ path: [...item.path, key], value, first }];
  });
}
