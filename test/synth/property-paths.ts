import type { Template } from '../../lib/core/scenario';

/**
 * What differs between two templates: `Resource.Property.Path = value` for what is other in `to`, `- Resource` for what it lacks,
 * `+ Resource` for what is new. Hashes that CDK appends to logical ids are left out.
 */
export function changes(from: Template, to: Template): string[] {
  const ids = new Set([...Object.keys(from.Resources), ...Object.keys(to.Resources)]);
  return [...ids].flatMap((id) => {
    const [before, after] = [from.Resources[id], to.Resources[id]];
    if (after === undefined) return [`- ${plain(id)}`];
    if (before === undefined) return [`+ ${plain(id)}`];
    return differing(plain(id), before, after);
  });
}

function differing(path: string, before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [`${path} = ${plain(JSON.stringify(after) ?? 'nothing')}`];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differing(`${path}.${key}`, before[key], after[key]));
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** CDK ends logical ids in eight hexadecimal digits. */
const plain = (text: string) => text.replace(/RentalMarket(\w+?)[0-9A-F]{8}/g, '$1');
