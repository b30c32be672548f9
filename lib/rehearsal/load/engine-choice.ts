import { findK6, tryFindK6 } from '../../../load/k6/binary';
import type { EngineName } from './engine';

/**
 * Which engine a rehearsal uses. `auto` takes k6 where a real event would, in real time and when it is there; faster, a
 * rehearsal samples anyway, and the embedded one is lighter. Throws `EngineMissing`.
 */
export async function chooseEngine(wanted: 'auto' | EngineName, speed: number): Promise<EngineName> {
  if (wanted === 'k6') await findK6(process.env);
  if (wanted !== 'auto') return wanted;
  return speed === 1 && (await tryFindK6(process.env)) !== undefined ? 'k6' : 'embedded';
}
