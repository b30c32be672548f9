import { applyPatch, differences, isApplied, type Patch } from '../../architecture/difference';
import { readArchitecture } from '../../architecture/read';
import type { Application } from '../../arena/application';
import { World, type WorldOptions } from '../../arena/world';
import type { GameDayEvent, Team } from '../../core/event/event';
import type { Fault, Template } from '../../core/scenario';
import type { Synthesis } from '../../scenarios/synth';
import { Agenda } from './agenda';

/** One team's architecture in the arena, with the template it stands on. */
export class StageTeam {
  readonly world: World;

  constructor(
    readonly team: Team,
    private template: Template,
    private readonly weaknesses: ReadonlyMap<string, Patch>,
    private readonly repairs: ReadonlyMap<string, Patch>,
    world: Omit<WorldOptions, 'architecture'>,
  ) {
    this.world = new World({ ...world, architecture: readArchitecture(template) });
  }

  /** Weaknesses that are still in the template, by inspection: however they were repaired, they are gone. */
  present(): string[] {
    return [...this.weaknesses].filter(([, patch]) => isApplied(this.template, patch)).map(([id]) => id);
  }

  repair(weakness: string): void {
    const patch = this.repairs.get(weakness);
    if (patch === undefined) throw new Error(`no repair is known for ${weakness}`);
    this.template = applyPatch(this.template, patch);
    this.world.update(readArchitecture(this.template));
  }
}

/** The worlds of all teams and what is to happen in them, moved through event time together. */
export class Stage {
  readonly agenda = new Agenda();
  readonly teams: readonly StageTeam[];
  private reached = 0;

  constructor(event: GameDayEvent, application: Application, synthesis: Synthesis, seed: number) {
    const weaknesses = new Map<string, Patch>();
    const repairs = new Map<string, Patch>();
    for (const [id, spoiled] of Object.entries(synthesis.spoiledBy)) {
      weaknesses.set(id, differences(synthesis.good, spoiled));
      repairs.set(id, differences(spoiled, synthesis.good));
    }
    // Every team gets the same dice: what differs between teams is what they do.
    const world = { application, seed, roundSeconds: event.roundSeconds, bands: event.rules.bands };
    this.teams = event.teams.map((team) => new StageTeam(team, synthesis.spoiled, weaknesses, repairs, world));
  }

  get eventSeconds(): number {
    return this.reached;
  }

  find(team: string): StageTeam {
    const found = this.teams.find((each) => each.team.id === team);
    if (found === undefined) throw new Error(`no team ${team} on the stage`);
    return found;
  }

  /** Moves all worlds on; what is due on the way happens at its instant. Going back does nothing. */
  advance(toSeconds: number): void {
    for (;;) {
      const next = this.agenda.next();
      const stop = next === undefined ? toSeconds : Math.min(next, toSeconds);
      this.moveWorlds(stop);
      this.agenda.run(stop);
      if (stop >= toSeconds) return;
    }
  }

  inflict(team: string, fault: Fault, forSeconds: number): void {
    this.find(team).world.inflict(fault, forSeconds);
  }

  private moveWorlds(toSeconds: number): void {
    if (toSeconds <= this.reached) return;
    for (const { world } of this.teams) world.advance(toSeconds);
    this.reached = toSeconds;
  }
}
