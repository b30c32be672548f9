import { isRefusal, type Executor, type Refusal, type RunHealth, type Target } from '../../core/experiments/executor';
import type { ExperimentCard } from '../../core/experiments/experiment';
import type { ExperimentRun } from '../../core/experiments/schedule';
import { fisPlan } from '../experiments/fis-plan';
import type { FisExperiments } from '../experiments/fis-experiments';
import type { FaultPlan } from '../experiments/plan';
import { refusalOf } from '../experiments/aws-executor';

type FisPlan = Extract<FaultPlan, { by: 'fis' }>;

/** What an environment is reached by. */
export interface EnvironmentReach {
  readonly targets: Parameters<typeof fisPlan>[2];
  readonly fis: Pick<FisExperiments, 'start' | 'state' | 'stop' | 'sweep' | 'tryOut'>;
  readonly place: { readonly partition: string; readonly region: string };
  /** ARNs of alarms of CloudWatch at which FIS itself ends a fault, whether anybody of ours still looks or not. */
  readonly stopAlarms: readonly string[];
}

/** Faults that need to know what an environment is made of, which is not ours. */
const unknowable: ReadonlySet<string> = new Set(['dependency-slow', 'dependency-down']);

/** Applies faults in an environment, by AWS FIS alone: it takes them back by itself, and stops at the environment's own alarms. */
export class EnvironmentExecutor implements Executor {
  constructor(private readonly reach: EnvironmentReach) {}

  async resolve(run: ExperimentRun, card: ExperimentCard): Promise<readonly Target[] | Refusal> {
    const plan = await this.plan(run, card);
    if (isRefusal(plan)) return plan;
    return (await this.refusing(() => this.reach.fis.tryOut(run.run, plan))) ?? plan.targets;
  }

  async start(run: ExperimentRun, card: ExperimentCard): Promise<'started' | Refusal> {
    if ((await this.reach.fis.state(run.run)).state === 'running') return 'started';
    const plan = await this.plan(run, card);
    const answer = isRefusal(plan) ? plan : await this.refusing(() => this.reach.fis.start(run.run, plan));
    if (isRefusal(answer)) await this.stop(run.run);
    return answer;
  }

  stop(run: string): Promise<void> {
    return this.reach.fis.stop(run);
  }

  state(run: string): Promise<RunHealth> {
    return this.reach.fis.state(run);
  }

  sweep(keep: ReadonlySet<string>): Promise<readonly string[]> {
    return this.reach.fis.sweep(keep);
  }

  /** How many resources of the kind that the fault hits were listed. */
  async population({ fault }: ExperimentCard): Promise<number> {
    const { targets } = this.reach;
    if (fault.kind === 'zone-outage') return (await targets.subnets()).length;
    if (fault.kind === 'capacity-error') return (await targets.groups()).length;
    if (!('tier' in fault)) return 0;
    return fault.kind === 'task-stop'
      ? (await targets.tasks(fault.tier)).length
      : (await targets.instances(fault.tier)).length;
  }

  private plan(run: ExperimentRun, { fault }: ExperimentCard): Promise<FisPlan | Refusal> {
    return this.refusing(async () => {
      const { targets, place, stopAlarms } = this.reach;
      const plan = unknowable.has(fault.kind) ? undefined : await fisPlan(fault, run.forSeconds, targets, place);
      if (plan === undefined || (!isRefusal(plan) && plan.by !== 'fis'))
        return { refused: `"${fault.kind}" cannot be done in an environment that is not of this toolkit's making` };
      return isRefusal(plan) ? plan : { ...plan, stopAlarms };
    });
  }

  private async refusing<T>(act: () => Promise<T>): Promise<T | Refusal> {
    try {
      return await act();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      return refusal;
    }
  }
}
