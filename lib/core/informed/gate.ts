import type { Target } from '../experiments/executor';
import type { Fault } from '../experiments/fault';
import type { RunState } from '../experiments/runs';
import type { ExperimentRun } from '../experiments/schedule';
import type { GuardedDay, Reach } from './attempt';
import { mustEnd, permission, refusalText } from './guardrails';
import { kickOffRun, kickOffsOf } from './kick-offs';

/**
 * Why a run may not begin now, in words with the guardrail's name; undefined when it may. An event of the sandbox style has no guardrails
 * of this kind: its teams have accounts of their own, and the whole event was agreed to when it was deployed.
 */
export function beginRefusal(day: GuardedDay, run: ExperimentRun, reach: Reach | 'later'): string | undefined {
  if (day.event.informed === undefined) return undefined;
  const kickOff = kickOffsOf(day).find(({ number }) => kickOffRun(number, run.team) === run.run);
  if (kickOff?.decision === undefined)
    return refusalText({
      allowed: false,
      guardrail: 'kick-off',
      reason: 'experiments of an informed event begin by their kick-off',
    });
  const order = day.entries.find(({ entry }) => entry.type === 'experiment-ordered' && entry.run === run.run);
  const answer = permission(day, {
    kickOff: kickOff.number,
    experiment: run.experiment,
    environment: kickOff.decision.environment,
    seconds: run.forSeconds,
    by: order?.entry.by ?? 'nobody',
    reach,
  });
  return answer.allowed ? undefined : refusalText(answer);
}

/** Why a run has to end before its time, in words with the guardrail's name; undefined while it may go on. */
export function endRefusal(day: GuardedDay, run: Extract<RunState, { state: 'running' }>): string | undefined {
  if (day.event.informed === undefined) return undefined;
  const answer = mustEnd(day, run);
  return answer === undefined ? undefined : refusalText(answer);
}

/**
 * How much a fault would hit of what runs in an environment.
 * @param targets what it may hit
 * @param population how much of it there is; never less than what is hit
 */
export function reachOf(fault: Fault, targets: readonly Target[], population: number): Reach {
  const hits = hitsOne(fault) ? Math.min(1, targets.length) : targets.length;
  return { hits, of: Math.max(hits, population) };
}

/** Whether the fault hits one of those that it may hit, by lot. */
function hitsOne({ kind }: Fault): boolean {
  return (
    kind === 'instance-stop' ||
    kind === 'instance-terminate' ||
    kind === 'instance-hang' ||
    kind === 'host-loss' ||
    kind === 'task-stop' ||
    kind === 'sync-stop'
  );
}
