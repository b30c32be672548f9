import type { NotModelled } from '../../architecture/architecture';

/** Resources of one type, of which the same is assumed. */
export interface Assumption {
  readonly type: string;
  readonly assumed: string;
  readonly resources: number;
}

/** What is assumed of resources that the arena does not model, each once, in order of their first. */
export function assumptionsOf(notModelled: readonly NotModelled[]): readonly Assumption[] {
  const found = new Map<string, Assumption>();
  for (const { type, assumed } of notModelled) {
    const key = JSON.stringify([type, assumed]);
    found.set(key, { type, assumed, resources: (found.get(key)?.resources ?? 0) + 1 });
  }
  return [...found.values()];
}
