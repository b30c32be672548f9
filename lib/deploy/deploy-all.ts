import { explain, type Explanation } from './explain';
import type { Deployer, StackOutputs } from './deployer';
import { inPool } from './pool';
import type { DeployTarget } from './target';

/** What became of one target. */
export type DeployResult =
  | { readonly target: DeployTarget; readonly outcome: 'deployed'; readonly outputs: StackOutputs }
  | { readonly target: DeployTarget; readonly outcome: 'failed'; readonly explanation: Explanation }
  | { readonly target: DeployTarget; readonly outcome: 'not-started' };

interface DeployAllOptions {
  /** How many at a time. */
  readonly concurrency: number;
  /** Aborted when nothing more is to be begun; what is under way is finished. */
  readonly signal: AbortSignal;
  /** Told when something changes, in the order in which it does. */
  readonly onProgress: (target: DeployTarget, text: string) => void;
  readonly onResult: (result: DeployResult) => void;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Before the second, third and fourth try: CloudFormation's own limits refill within seconds. */
const WAITS_MS = [5_000, 15_000, 45_000] as const;

/** Deploys every target, in the order given as far as places are free. One failure never stops the others; never rejects. */
export const deployAll = (
  targets: readonly DeployTarget[],
  deployer: Deployer,
  options: DeployAllOptions,
): Promise<DeployResult[]> =>
  inPool(targets, options.concurrency, async (target) => {
    const result = await deployOne(target, deployer, options);
    options.onResult(result);
    return result;
  });

async function deployOne(
  target: DeployTarget,
  deployer: Deployer,
  { signal, wait, onProgress }: DeployAllOptions,
): Promise<DeployResult> {
  if (signal.aborted) return { target, outcome: 'not-started' };
  for (let attempt = 0; ; attempt++) {
    try {
      const outputs = await deployer.deploy(target, (text) => onProgress(target, text));
      return { target, outcome: 'deployed', outputs };
    } catch (error) {
      const explanation = explain(target, error);
      const pause = WAITS_MS[attempt];
      if (!explanation.passing || pause === undefined || signal.aborted)
        return { target, outcome: 'failed', explanation };
      onProgress(target, `tries again in ${pause / 1000} s: ${explanation.message}`);
      await wait(pause);
      if (signal.aborted) return { target, outcome: 'failed', explanation };
    }
  }
}
