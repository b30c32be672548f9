import type { Template } from '../core/scenario';
import { canonicalJson } from '../core/canonical';
import { isObject } from './values';

/** What to change in a template, by path from its root; no path is the beginning of another. */
export type Patch = readonly Change[];
export type Change =
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: Path };
export type Path = readonly string[];

type Tree = Readonly<Record<string, unknown>>;

/**
 * The smallest patch that makes `from` equal `to`. Arrays and intrinsic functions are values as a whole: half of one means nothing. But
 * where both have the same items by their `Name`, as containers and their variables are listed, it is the items that differ.
 */
export function differences(from: Template, to: Template): Patch {
  return compare(from as unknown as Tree, to as unknown as Tree, []);
}

/** Sets and removes what the patch says and leaves everything else alone. Patches without a common path may be applied in any order. */
export function applyPatch(template: Template, patch: Patch): Template {
  return patch.reduce<Tree>(
    (tree, change) => applied(tree, change.path, change),
    template as unknown as Tree,
  ) as unknown as Template;
}

/** Whether everything that the patch sets is (still) there, and everything that it removes is gone. */
export function isApplied(template: Template, patch: Patch): boolean {
  return patch.every((change) => {
    const there = valueAt(template, change.path);
    return change.kind === 'remove' ? there === undefined : canonicalJson(there) === canonicalJson(change.value);
  });
}

function compare(from: Tree, to: Tree, path: Path): Change[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key): Change[] => {
    const here = [...path, key];
    const [before, after] = [own(from, key), own(to, key)];
    if (after === undefined) return before === undefined ? [] : [{ kind: 'remove', path: here }];
    if (isTree(before) && isTree(after)) return compare(before, after, here);
    const [named, renamed] = [itemsByName(before), itemsByName(after)];
    if (named !== undefined && renamed !== undefined && haveSameKeys(named, renamed))
      return compare(named, renamed, here);
    return canonicalJson(before) === canonicalJson(after) && before !== undefined
      ? []
      : [{ kind: 'set', path: here, value: after }];
  });
}

function applied(tree: Tree, path: Path, change: Change): Tree {
  const [key, ...rest] = path;
  if (key === undefined) return tree;
  const inner = own(tree, key);
  if (rest.length > 0) {
    const items = itemsByName(inner);
    if (items !== undefined) return with_(tree, key, Object.values(applied(items, rest, change)));
    if (change.kind === 'remove' && !isObject(inner)) return tree;
    return with_(tree, key, applied(isObject(inner) ? inner : {}, rest, change));
  }
  return change.kind === 'set' ? with_(tree, key, change.value) : without(tree, key);
}

// Built from entries, so that a key like `__proto__` stays a key.
const with_ = (tree: Tree, key: string, value: unknown): Tree =>
  Object.fromEntries(
    own(tree, key) === undefined
      ? [...Object.entries(tree).filter(([each]) => each !== key), [key, value]]
      : Object.entries(tree).map(([each, old]) => [each, each === key ? value : old]),
  );
const without = (tree: Tree, key: string): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([each]) => each !== key));

const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined);

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    const tree = isObject(inner) ? inner : itemsByName(inner);
    return tree && own(tree, key);
  }, value);
}

/** The items of a list by their names, in its order; `undefined` unless each is an object with a name of its own. */
function itemsByName(value: unknown): Tree | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map((item: unknown) => (isObject(item) ? own(item, 'Name') : undefined));
  // Numbers as keys would come first, whatever their place in the list.
  const areNames = names.every((name) => typeof name === 'string' && /^[A-Za-z_]/.test(name));
  if (!areNames || new Set(names).size < names.length) return undefined;
  return Object.fromEntries(names.map((name, place) => [name, value[place] as unknown])) as Tree;
}

const haveSameKeys = (one: Tree, other: Tree): boolean => Object.keys(one).join('\n') === Object.keys(other).join('\n');

function isTree(value: unknown): value is Tree {
  return isObject(value) && !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}
