import type { Application } from '../../arena/application';
import type { GameDayEvent } from '../../core/event/event';
import type { Template } from '../../core/scenario';
import type { Synthesis } from '../../scenarios/synth';
import { Agenda } from './agenda';
import { StageTeam } from './stage-team';
import { weaknessPatches } from './weakness-patches';

export interface StageOptions {
  readonly event: GameDayEvent;
  readonly application: Application;
  readonly synthesis: Synthesis;
  readonly seed: number;
  /** What every team takes over. @default the stack with all weaknesses */
  readonly template?: Template;
}

/** The worlds of all teams and what is to happen in them, moved through event time together. */
export class Stage {
  readonly agenda = new Agenda();
  readonly teams: readonly StageTeam[];
  private reached = 0;

  constructor({ event, application, synthesis, seed, template = synthesis.spoiled }: StageOptions) {
    const patches = weaknessPatches(synthesis);
    // Every team gets the same dice: what differs between teams is what they do.
    const world = { application, seed, roundSeconds: event.roundSeconds, bands: event.rules.bands };
    this.teams = event.teams.map((team) => new StageTeam(team, template, patches, world));
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

  private moveWorlds(toSeconds: number): void {
    if (toSeconds <= this.reached) return;
    for (const { world } of this.teams) world.advance(toSeconds);
    this.reached = toSeconds;
  }
}
