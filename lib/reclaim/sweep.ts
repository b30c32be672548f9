import type { Kind } from './kind';
import { said } from './inventory';
import { pauseMs } from './pause';

/** What AWS said when the removal of something was last asked for, by `keyOf`. */
export type Refusals = ReadonlyMap<string, string>;

/** One thing of an account, whoever lists it. */
export const keyOf = ({ service, type, region, id }: { service: string; type: string; region: string; id: string }) =>
  [service, type, region, id].join(' ');

interface SweepOptions {
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** How long nothing may go before the sweep gives up, in milliseconds. */
  readonly patienceMs: number;
  readonly onProgress: (text: string) => void;
}

/**
 * Takes what keeps things from being deleted off everything, and what makes things grow again.
 * Total: what refuses stands in the inventory afterwards.
 */
export async function release(kinds: readonly Kind[]): Promise<void> {
  for (const kind of kinds) {
    if (kind.release === undefined) continue;
    for (const id of await strangers(kind)) await kind.release(id).catch(() => undefined);
  }
}

/**
 * Asks for the removal of everything that does not belong, kind after kind, again and again until nothing is left or nothing more goes.
 * Never rejects: what is left is the inventory's to tell. Returns why what is left refused to go.
 */
export async function sweep(kinds: readonly Kind[], { wait, patienceMs, onProgress }: SweepOptions): Promise<Refusals> {
  const refusals = new Map<string, string>();
  let fewest = Infinity;
  let idleMs = 0;
  for (let pass = 0; ; pass++) {
    const left = await removeAll(kinds, refusals);
    if (left < fewest) idleMs = 0;
    if (left === 0 || idleMs > patienceMs) return refusals;
    fewest = Math.min(fewest, left);
    onProgress(`sweeps, left: ${left}`);
    const pause = pauseMs(pass);
    await wait(pause);
    idleMs += pause;
  }
}

/** One pass; returns how many things it found. */
async function removeAll(kinds: readonly Kind[], refusals: Map<string, string>): Promise<number> {
  let found = 0;
  for (const kind of kinds) {
    for (const id of await strangers(kind)) {
      found++;
      const { service, type, region } = kind;
      const key = keyOf({ service, type, region, id });
      try {
        await kind.release?.(id).catch(() => undefined);
        await kind.remove(id);
        refusals.delete(key);
      } catch (error) {
        refusals.set(key, said(error));
      }
    }
  }
  return found;
}

/** Ids of what does not belong; none where the kind cannot be listed, which the inventory tells. */
async function strangers(kind: Kind): Promise<string[]> {
  const found = await kind.list().catch(() => []);
  return found.flatMap(({ id, belongs }) => (belongs === undefined ? [id] : []));
}
