import { isRefusal, type Executor, type Refusal, type RunHealth, type Target } from '../../core/experiments/executor';
import type { Instant } from '../../core/event/event';
import type { ExperimentCard } from '../../core/experiments/experiment';
import type { ExperimentRun } from '../../core/experiments/schedule';
import type { FisExperiments } from './fis-experiments';
import type { FaultPlan } from './plan';
import { planFault } from './plan-fault';
import type { Schedules } from './schedules';
import { takeBack } from './take-back';
import type { TeamStack } from './team-stack';

/** So long after its end a fault is taken back by the account itself: the conductor is to come first, because it looks at what the team did. */
const GRACE_SECONDS = 120;

/** What an account is reached by. */
export interface FaultAccount {
  /** Looks anew at what stands there. */
  stack(): TeamStack;
  readonly fis: FisExperiments;
  readonly schedules: Schedules;
  readonly place: { readonly partition: string; readonly region: string };
}

/** Applies faults in one team's account: by AWS FIS, and by calls of which each is taken back by a schedule of the account at the latest. */
export class AwsExecutor implements Executor {
  /** @param now milliseconds since the epoch */
  constructor(
    private readonly account: FaultAccount,
    private readonly now: () => Instant = Date.now,
  ) {}

  async resolve(run: ExperimentRun, { fault }: ExperimentCard): Promise<readonly Target[] | Refusal> {
    try {
      const plan = await this.plan(run, fault);
      if (isRefusal(plan)) return plan;
      return (plan.by === 'fis' ? await this.account.fis.tryOut(run.run, plan) : undefined) ?? plan.targets;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      return refusal;
    }
  }

  async start(run: ExperimentRun, { fault }: ExperimentCard): Promise<'started' | Refusal> {
    try {
      if ((await this.account.fis.state(run.run)).state === 'running') return 'started';
      const plan = await this.plan(run, fault);
      // What was done already, by whoever died or is at it at the same moment, cannot be done again.
      if (isRefusal(plan) && (await this.isUnderWay(run.run))) return 'started';
      const answer = isRefusal(plan) ? plan : await this.apply(run, plan);
      if (isRefusal(answer)) await this.stop(run.run);
      return answer;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      await this.stop(run.run);
      return refusal;
    }
  }

  async stop(run: string): Promise<void> {
    await this.account.fis.stop(run);
    await this.takeBackAll(run, () => true);
  }

  async state(run: string): Promise<RunHealth> {
    const reverts = await this.account.schedules.list(run);
    if (reverts.length === 0) return this.account.fis.state(run);
    return { state: reverts.some(({ at }) => this.now() < at) ? 'running' : 'over' };
  }

  async sweep(keep: ReadonlySet<string>): Promise<readonly string[]> {
    const experiments = await this.account.fis.sweep(keep);
    const reverts = await this.takeBackAll(undefined, (run) => !keep.has(run));
    return [...new Set([...experiments, ...reverts])];
  }

  private plan(run: ExperimentRun, fault: ExperimentCard['fault']): Promise<FaultPlan | Refusal> {
    return planFault(fault, run.forSeconds, this.account.stack(), this.account.place);
  }

  private async isUnderWay(run: string): Promise<boolean> {
    if ((await this.account.schedules.list(run)).length > 0) return true;
    return (await this.account.fis.state(run)).state === 'running';
  }

  private apply(run: ExperimentRun, plan: FaultPlan): Promise<'started' | Refusal> {
    return plan.by === 'fis' ? this.account.fis.start(run.run, plan) : this.call(run, plan);
  }

  private async call(run: ExperimentRun, plan: Extract<FaultPlan, { by: 'calls' }>): Promise<'started'> {
    const end = this.now() + (run.forSeconds + GRACE_SECONDS) * 1000;
    const schedule = async (): Promise<void> => {
      for (const revert of plan.reverts) await this.account.schedules.create(run.run, revert, end);
    };
    await schedule();
    await plan.apply(run.run);
    // Whoever took it back meanwhile has removed them, and could not take back what was done after that.
    await schedule();
    return 'started';
  }

  /** A schedule is deleted after its call was made, so that whoever dies in between leaves it to the account. */
  private async takeBackAll(run: string | undefined, isMeant: (run: string) => boolean): Promise<readonly string[]> {
    const reverts = (await this.account.schedules.list(run)).filter((revert) => isMeant(revert.run));
    for (const revert of reverts) {
      await takeBack(this.account.stack(), revert.run, revert.call);
      await this.account.schedules.remove(revert.name);
    }
    return reverts.map((revert) => revert.run);
  }
}

/** What AWS says no to, for good: not throttling, not what is being changed just now, not its own failure. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('$fault' in error) || error.$fault !== 'client') return undefined;
  if (/Throttl|TooManyRequests|RequestLimitExceeded|ExpiredToken|ResourceInUse/.test(error.name)) return undefined;
  return { refused: `AWS refused: ${error.name}: ${error.message}` };
}
