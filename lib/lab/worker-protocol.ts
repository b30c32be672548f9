import type { GameDayEvent } from '../core/event/event';
import type { Synthesis } from '../scenarios/synth';
import type { GameOutcome } from './outcome';

/** What a worker is started with. It loads the scenario's code itself; the templates were synthesised once for all. */
export interface WorkerOrder {
  readonly scenario: string;
  readonly synthesis: Synthesis;
  readonly event: GameDayEvent;
}

/** What a worker says: that it waits for its first game, or what came of the one it was given. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'played'; readonly outcome: GameOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };
