import { applyPatch, isApplied } from '../../architecture/difference';
import { readArchitecture } from '../../architecture/read';
import { World, type WorldOptions } from '../../arena/world';
import type { Team } from '../../core/event/event';
import type { ImmediateExecutor } from '../../core/experiments/executor';
import type { Template } from '../../core/scenario';
import { ArenaExecutor } from './arena-executor';
import type { WeaknessPatches } from './weakness-patches';

/** One team's architecture in the arena, with the template it stands on. */
export class StageTeam {
  readonly world: World;
  /** Applies faults to the world. */
  readonly executor: ImmediateExecutor;
  private standing: Template;
  /** When a person took the seat, or gave it back to whoever played before: event seconds, in order. */
  private readonly seatings: { readonly atSeconds: number; readonly taken: boolean }[] = [];
  private found: readonly string[];

  constructor(
    readonly team: Team,
    template: Template,
    private readonly patches: WeaknessPatches,
    world: Omit<WorldOptions, 'architecture'>,
  ) {
    this.standing = template;
    this.found = this.inspect();
    this.world = new World({ ...world, architecture: readArchitecture(template) });
    this.executor = new ArenaExecutor(this.world);
  }

  get template(): Template {
    return this.standing;
  }

  /** A person plays the team from now on, or whoever did before. */
  seat(taken: boolean): void {
    this.seatings.push({ atSeconds: this.world.now, taken });
  }

  /** Whether a person plays it. @param atSeconds event time that has been reached @default now */
  isTaken(atSeconds = Infinity): boolean {
    return this.seatings.findLast((each) => each.atSeconds <= atSeconds)?.taken ?? false;
  }

  /** Weaknesses that are still in the template, by inspection: however they were repaired, they are gone. */
  present(): readonly string[] {
    return this.found;
  }

  /** Moves to another template as AWS would. */
  deploy(template: Template): void {
    this.standing = template;
    this.found = this.inspect();
    this.world.update(readArchitecture(template));
  }

  /** Repairs a weakness as it was spoiled; one that is gone is left alone. */
  repair(weakness: string): void {
    if (!this.found.includes(weakness)) return;
    const patch = this.patches.repairs.get(weakness);
    if (patch === undefined) throw new Error(`no repair is known for ${weakness}`);
    this.deploy(applyPatch(this.standing, patch));
  }

  private inspect(): readonly string[] {
    return [...this.patches.spoils].filter(([, patch]) => isApplied(this.standing, patch)).map(([id]) => id);
  }
}
