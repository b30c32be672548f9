import { isObject, list } from '../../architecture/values';

export type SettingPath = readonly string[];

/** Attributes of load balancers and target groups are lists of `Key` and `Value`; a step into one is a key. */
const keyed = new Set(['TargetGroupAttributes', 'LoadBalancerAttributes']);

/** The value at a path below a resource's properties; undefined when there is none. */
export function valueAt(properties: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>((inner, step, place) => {
    if (keyed.has(path[place - 1] ?? '')) return itemOf(inner, step)?.['Value'];
    if (Array.isArray(inner)) return isPlace(step) ? (inner as readonly unknown[])[Number(step)] : undefined;
    return isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined;
  }, properties);
}

/** The same with another value at the path; undefined takes it away, and with it whatever is empty then. */
export function withValue(properties: unknown, path: SettingPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(properties)) {
    return (properties as readonly unknown[]).map((each, place) =>
      place === Number(step) && isPlace(step) ? withValue(each, rest, value) : each,
    );
  }
  const tree = isObject(properties) ? properties : {};
  const inner = Object.hasOwn(tree, step) ? tree[step] : undefined;
  const [key] = rest;
  const changed = keyed.has(step) && key !== undefined ? withItem(inner, key, value) : withValue(inner, rest, value);
  const entries = Object.entries(tree).map(([name, old]) => [name, name === step ? changed : old] as const);
  const all = inner === undefined ? [...entries.filter(([name]) => name !== step), [step, changed] as const] : entries;
  // Built from entries, so that a key like `__proto__` stays a key.
  return Object.fromEntries(all.filter(([name, each]) => name !== step || !isEmpty(each)));
}

/** All paths that a pattern of the catalogue stands for: `*` is every place of the list that is there. */
export function pathsOf(properties: unknown, pattern: string): SettingPath[] {
  return pattern
    .split('/')
    .reduce<SettingPath[]>(
      (paths, step) =>
        paths.flatMap((path) =>
          step === '*'
            ? list(valueAt(properties, path)).map((_, place) => [...path, String(place)])
            : [[...path, step]],
        ),
      [[]],
    );
}

/** Whether a path is one that a pattern stands for. */
export function fits(path: SettingPath, pattern: string): boolean {
  const steps = pattern.split('/');
  return (
    steps.length === path.length &&
    steps.every((step, at) => (step === '*' ? isPlace(path[at] ?? '') : step === path[at]))
  );
}

const isPlace = (step: string): boolean => /^(0|[1-9]\d{0,3})$/.test(step);

/** Nothing is left of it. An empty list says something: no targets are registered. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.keys(value).length === 0);

const itemOf = (items: unknown, key: string) =>
  list(items)
    .filter(isObject)
    .find((item) => item['Key'] === key);

function withItem(items: unknown, key: string, value: unknown): unknown {
  const others = list(items);
  const there = itemOf(items, key);
  if (value === undefined) return others.filter((each) => each !== there);
  const item = { Key: key, Value: value };
  return there === undefined ? [...others, item] : others.map((each) => (each === there ? item : each));
}
