import type { World } from '../../arena/world';
import type { ImmediateExecutor, RunHealth, Target, Refusal } from '../../core/experiments/executor';
import type { ExperimentCard } from '../../core/experiments/experiment';
import type { ExperimentRun } from '../../core/experiments/schedule';

/** A fault that was applied: its end, by itself or by whoever stops it. */
interface AppliedFault {
  readonly heal: () => void;
  readonly endsAtSeconds: number;
}

/**
 * Applies faults to a team's world. What ran is remembered as long as the world is, so a run that is over does not begin again.
 * A fault ends with its time whether anybody asks again or not, because its end is on the world's own clock.
 */
export class ArenaExecutor implements ImmediateExecutor {
  private readonly applied = new Map<string, AppliedFault>();
  private readonly stopped = new Set<string>();

  constructor(private readonly world: Pick<World, 'now' | 'targetsOf' | 'inflict'>) {}

  resolve(_run: ExperimentRun, { fault }: ExperimentCard): readonly Target[] | Refusal {
    const targets = this.world.targetsOf(fault);
    return targets.length === 0 ? { refused: `${aimOf(fault)}: there is none now` } : targets;
  }

  start(run: ExperimentRun, card: ExperimentCard): 'started' | Refusal {
    if (this.applied.has(run.run)) return 'started';
    const targets = this.resolve(run, card);
    if ('refused' in targets) return targets;
    const heal = this.world.inflict(card.fault, run.forSeconds);
    this.applied.set(run.run, { heal, endsAtSeconds: this.world.now + run.forSeconds });
    return 'started';
  }

  stop(run: string): void {
    const applied = this.applied.get(run);
    if (applied === undefined) return;
    applied.heal();
    this.stopped.add(run);
  }

  state(run: string): RunHealth {
    const applied = this.applied.get(run);
    if (applied === undefined) return { state: 'unknown' };
    return { state: this.runs(run, applied) ? 'running' : 'over' };
  }

  sweep(keep: ReadonlySet<string>): readonly string[] {
    const found = [...this.applied].flatMap(([run, applied]) =>
      this.runs(run, applied) && !keep.has(run) ? [run] : [],
    );
    for (const run of found) this.stop(run);
    return found;
  }

  private runs(run: string, { endsAtSeconds }: AppliedFault): boolean {
    return !this.stopped.has(run) && this.world.now < endsAtSeconds;
  }
}

/** What a fault looks for, in words. */
function aimOf(fault: ExperimentCard['fault']): string {
  switch (fault.kind) {
    case 'instance-stop':
    case 'instance-terminate':
    case 'instance-hang':
    case 'host-loss':
      return `${fault.kind} needs a running instance of ${fault.tier}`;
    case 'task-stop':
      return `task-stop needs a running task of ${fault.tier}`;
    case 'zone-outage':
    case 'capacity-error':
      return `${fault.kind} needs a subnet in zone ${fault.zone}`;
    case 'table-throttling':
      return `table-throttling needs the table ${fault.table}`;
    case 'access-lost':
      return `access-lost needs a security group of ${fault.tier}`;
    case 'nat-loss':
      return 'nat-loss needs a NAT gateway';
    case 'queue-unreachable':
      return `queue-unreachable needs a broker with the queue ${fault.queue}`;
    case 'poison-messages':
      return `poison-messages needs the queue ${fault.queue}`;
    case 'consumer-stop':
      return `consumer-stop needs ${fault.tier} to take messages from a queue`;
    case 'sync-stop':
      return `sync-stop needs a running server of ${fault.tier} that copies from elsewhere`;
    default:
      return `${fault.kind} needs a running server of ${fault.tier}`;
  }
}
