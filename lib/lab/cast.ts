import type { Template } from '../core/scenario';
import { BotTeam } from '../rehearsal/bots/bot-team';
import { profileFor } from '../rehearsal/bots/profile';
import { nobody, type Player, type Seat } from '../rehearsal/player';
import type { Synthesis } from '../scenarios/synth';
import { strategyPlayer } from './strategies/strategies';
import type { StrategyId, Variant } from './variants';

/** What a variant begins with, and who plays it. */
export interface Cast {
  readonly template: Template;
  readonly player: (seat: Seat) => Player;
}

/** Weaknesses are judged by what they cost when nobody does anything; who plays, plays the spoiled stack. */
export function castOf({ kind, id }: Variant, synthesis: Synthesis): Cast {
  switch (kind) {
    case 'clean':
      return { template: synthesis.good, player: () => nobody };
    case 'weakness': {
      const template = synthesis.spoiledBy[id];
      if (template === undefined) throw new Error(`no stack was synthesised with ${id} alone`);
      return { template, player: () => nobody };
    }
    case 'profile':
      return { template: synthesis.spoiled, player: (seat) => new BotTeam(profileFor(id, 0), seat) };
    case 'strategy':
      return { template: synthesis.spoiled, player: strategyPlayer(id as StrategyId) };
  }
}
