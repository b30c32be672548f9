import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { columns } from '../core/view/columns';
import { deployAll, type DeployResult } from './deploy-all';
import type { Deployer } from './deployer';
import { planDeployment, planText } from './plan';
import type { DeployTarget } from './target';

interface RunOptions {
  readonly concurrency: number;
  /** Whether the plan is agreed to beforehand. */
  readonly yes: boolean;
  readonly signal: AbortSignal;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Shows the plan, asks, deploys, and shows how each went. Throws `Aborted` on a no; failures are results.
 */
export async function runDeployment(
  targets: readonly DeployTarget[],
  deployer: Deployer,
  options: RunOptions,
  io: Io,
): Promise<DeployResult[]> {
  io.notify(planText(await planDeployment(targets, deployer, options.concurrency)));
  const accounts = new Set(targets.map(({ account }) => account));
  if (!options.yes && !(await io.confirm(`Deploy ${targets.length} stacks into ${accounts.size} accounts?`))) {
    throw new GameDayError('Aborted', 'Nothing was deployed.', 'Repeat the command and say yes, or give --yes.');
  }
  const show = progress(targets, io);
  const results = await deployAll(targets, deployer, {
    ...options,
    onProgress: (target, text) => show.say(target, text),
    onResult: (result) => show.end(result),
  });
  await show.settled();
  return results;
}

/** Rows where they can stand; otherwise a line when something begins, tries again, or ends. */
function progress(targets: readonly DeployTarget[], io: Io) {
  const rows = io.rows?.(targets.map(({ id, account, region }) => `${id} (${account}, ${region})`));
  const indexOf = (target: DeployTarget): number => targets.indexOf(target);
  return {
    say(target: DeployTarget, text: string): void {
      if (rows !== undefined) rows.say(indexOf(target), text);
      else if (!/^\d+( of \d+)? resources$/.test(text)) io.notify(`${target.id}: ${text}`);
    },
    end(result: DeployResult): void {
      const done = result.outcome === 'deployed';
      const text = outcomeText(result);
      if (rows !== undefined) rows.end(indexOf(result.target), done ? 'done' : 'failed', text);
      else io.notify(`${result.target.id}: ${text}`);
    },
    settled: (): Promise<void> => rows?.settled ?? Promise.resolve(),
  };
}

function outcomeText(result: DeployResult): string {
  if (result.outcome === 'deployed') return 'deployed';
  return result.outcome === 'failed' ? `failed: ${result.explanation.message}` : 'not begun';
}

/** What was deployed, with addresses; then each failure and what to do about it. */
export function resultText(results: readonly DeployResult[]): string {
  const rows = results.map((result) => [
    result.target.id,
    result.outcome === 'not-started' ? 'not begun' : result.outcome,
    result.outcome === 'deployed' ? addressOf(result.outputs) : '',
  ]);
  const failures = results.flatMap((result) =>
    result.outcome === 'failed'
      ? [`\n${result.target.id}: ${result.explanation.message}\n  Next: ${result.explanation.next}\n`]
      : [],
  );
  return columns([['Who', 'Outcome', 'Address'], ...rows], [0, 1, 2]) + failures.join('');
}

/** Where people come in, by the names that the two kinds of stacks give it. */
const addressOf = (outputs: Readonly<Record<string, string>>): string =>
  outputs['Address'] ?? outputs['Scoreboard'] ?? '';
