import type { Executor, Refusal, RunHealth, Target } from '../../lib/core/experiments/executor';
import type { ExperimentRun } from '../../lib/core/experiments/schedule';

type Call = 'start' | 'stop' | 'state' | 'sweep' | 'resolve';
/** Called when a call has arrived, or has done its work and not answered yet. May throw, as a network does. */
type Hook = (call: Call, run: string) => Promise<void> | void;

/** A team's account in memory, slow and unreliable as a test wants it. */
export class FakeAccount implements Executor {
  /** What really runs. */
  readonly running = new Set<string>();
  readonly failed = new Map<string, string>();
  refusal: Refusal | undefined;
  before: Hook = () => undefined;
  after: Hook = () => undefined;

  async resolve({ run, team }: ExperimentRun): Promise<readonly Target[] | Refusal> {
    await this.before('resolve', run);
    return this.refusal ?? [{ kind: 'instance', name: `i-${team}` }];
  }

  async start({ run }: ExperimentRun): Promise<'started' | Refusal> {
    await this.before('start', run);
    if (this.refusal !== undefined) return this.refusal;
    this.running.add(run);
    await this.after('start', run);
    return 'started';
  }

  async stop(run: string): Promise<void> {
    await this.before('stop', run);
    this.running.delete(run);
    await this.after('stop', run);
  }

  async state(run: string): Promise<RunHealth> {
    await this.before('state', run);
    const reason = this.failed.get(run);
    if (reason !== undefined) return { state: 'failed', reason };
    return { state: this.running.has(run) ? 'running' : 'unknown' };
  }

  async sweep(keep: ReadonlySet<string>): Promise<readonly string[]> {
    await this.before('sweep', '');
    const found = [...this.running].filter((run) => !keep.has(run));
    for (const run of found) this.running.delete(run);
    return found;
  }
}
