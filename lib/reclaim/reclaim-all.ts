import { GameDayError } from '../core/errors';
import { inPool } from '../deploy/pool';
import type { ChosenAccount } from './choose';
import { said } from './inventory';
import type { ReclaimPorts } from './ports';
import { reclaim, type Reclaimed, type ReclaimOptions } from './reclaim';

/** What became of one account. */
export type ReclaimResult = { readonly chosen: ChosenAccount } & (
  | ({ readonly outcome: 'available' | 'quarantine' } & Reclaimed)
  | { readonly outcome: 'failed'; readonly message: string; readonly next: string }
  | { readonly outcome: 'not-begun' }
);

interface ReclaimAllOptions extends Pick<ReclaimOptions, 'coolDownMs' | 'patienceMs'> {
  /** How many at a time. */
  readonly concurrency: number;
  /** Aborted when nothing more is to be begun; what is under way is finished. */
  readonly signal: AbortSignal;
  readonly onProgress: (chosen: ChosenAccount, text: string) => void;
  readonly onResult: (result: ReclaimResult) => void;
}

/** Takes every account back. One failure never stops the others; never rejects. */
export const reclaimAll = (
  chosen: readonly ChosenAccount[],
  ports: ReclaimPorts,
  options: ReclaimAllOptions,
): Promise<ReclaimResult[]> =>
  inPool(chosen, options.concurrency, async (each) => {
    const result = await reclaimOne(each, ports, options);
    options.onResult(result);
    return result;
  });

async function reclaimOne(
  chosen: ChosenAccount,
  ports: ReclaimPorts,
  { signal, onProgress, ...options }: ReclaimAllOptions,
): Promise<ReclaimResult> {
  if (signal.aborted) return { chosen, outcome: 'not-begun' };
  try {
    const own = { ...options, onProgress: (text: string) => onProgress(chosen, text) };
    const reclaimed = await reclaim(ports, chosen.record, own);
    return { chosen, outcome: reclaimed.receipt.outcome, ...reclaimed };
  } catch (error) {
    return { chosen, outcome: 'failed', message: said(error), next: nextAfter(error) };
  }
}

/** What to do about a failure. Nothing is lost by repeating: work goes on behind the last finished step. */
function nextAfter(error: unknown): string {
  if (error instanceof GameDayError) return error.hint;
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html
  if (/throttl|rate exceeded|too ?many ?requests|RequestLimitExceeded|SlowDown/i.test(said(error))) {
    return 'Wait a minute, then repeat the command with a lower --concurrency: it goes on where it stopped.';
  }
  if (/AccessDenied|not authorized|UnauthorizedOperation|explicit deny/i.test(said(error))) {
    return 'Look at its roles and policies: npx gameday accounts doctor, then repeat the command.';
  }
  return 'Repeat the command: it goes on where it stopped.';
}
