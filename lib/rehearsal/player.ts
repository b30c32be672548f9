import type { Game } from '../core/game';
import type { RehearsalJournal } from './records/journal';
import type { Stage } from './stage/stage';
import type { StageTeam } from './stage/stage-team';

/** What a player of a team has at hand: its architecture, the agenda of the event, and the log. */
export interface Seat {
  readonly team: StageTeam;
  readonly stage: Stage;
  readonly journal: RehearsalJournal;
  readonly seed: number;
}

/** What a player sees when a round's numbers are in. */
export interface Look {
  /** End of that round, event seconds. */
  readonly atSeconds: number;
  /** The game as it stands then. The fold is taken only for who asks. */
  readonly game: () => Game;
  /** Nothing may be done before this instant, event seconds: a rehearsal that goes on has it behind it. */
  readonly notBeforeSeconds: number;
}

/** Somebody who plays a team: a bot, a strategy, or nobody. */
export interface Player {
  see(look: Look): void;
}

/** Nobody: leaves everything as it is. */
export const nobody: Player = { see: () => undefined };
