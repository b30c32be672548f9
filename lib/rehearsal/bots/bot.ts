import { between, dice } from '../random';
import type { BotProfile } from './profile';

/** What a bot can do, each a thing that participants can do. Instants are event seconds. */
export type BotAction =
  | { readonly kind: 'declare'; readonly atSeconds: number; readonly impact: number }
  | { readonly kind: 'hint'; readonly atSeconds: number; readonly weakness: string; readonly level: number }
  | { readonly kind: 'repair'; readonly atSeconds: number; readonly weakness: string };

/** Hints that a team has by weakness: how many levels, from the first on. */
export type HintsTaken = ReadonlyMap<string, number>;

/** What a bot sees when a round's numbers are in: what its team page would show. */
export interface BotView {
  /** End of the round that was just counted, event seconds. */
  readonly atSeconds: number;
  /** Start of the impact that is open and not yet declared, event seconds. */
  readonly undeclaredImpact?: number;
  /** Weaknesses still in the team's resources, the most pressing first. A bot has to find them before it can repair them. */
  readonly weaknesses: readonly string[];
}

/**
 * A simulated team: looks around, finds weaknesses, repairs them one at a time, declares incidents. All chance comes from dice keyed
 * by seed, team and occasion, so the same rounds lead to the same actions, also after a crash.
 */
export class Bot {
  private freeAt: number;
  private looks = 0;
  private fruitless = 0;
  private readonly hints: Map<string, number>;
  private readonly seenImpacts = new Set<number>();

  constructor(
    private readonly profile: BotProfile,
    private readonly team: string,
    private readonly seed: number,
    hints: HintsTaken = new Map(),
  ) {
    this.hints = new Map(hints);
    this.freeAt = profile.beginsAt === undefined ? Infinity : this.draw(profile.beginsAt, 'begin');
  }

  /** False for a team that never does anything, and so need not look. */
  get plays(): boolean {
    return this.freeAt < Infinity || this.profile.notices > 0;
  }

  /** Decides what to do next, from the instant of the view on; actions lie in the future of the view. */
  see(view: BotView): BotAction[] {
    return [...this.declare(view), ...this.work(view)];
  }

  private declare(view: BotView): BotAction[] {
    const impact = view.undeclaredImpact;
    if (impact === undefined || this.seenImpacts.has(impact)) return [];
    this.seenImpacts.add(impact);
    if (dice(this.seed, this.team, 'notices', impact) >= this.profile.notices) return [];
    return [
      { kind: 'declare', impact, atSeconds: view.atSeconds + this.draw(this.profile.declares, 'declare', impact) },
    ];
  }

  private work(view: BotView): BotAction[] {
    if (view.atSeconds < this.freeAt || view.weaknesses.length === 0) return [];
    this.looks += 1;
    const foundAt = view.atSeconds + this.draw(this.profile.look, 'look', this.looks);
    const weakness = this.choose(view.weaknesses);
    if (weakness === undefined) return [];
    const hinted = this.hints.get(weakness) ?? 0;
    if (dice(this.seed, this.team, 'spots', this.looks) >= this.profile.spots + 0.2 * hinted) {
      this.freeAt = foundAt;
      return this.buyHint(weakness, hinted, foundAt);
    }
    this.fruitless = 0;
    this.freeAt = foundAt + this.draw(this.profile.repair, 'repair', this.looks);
    if (dice(this.seed, this.team, 'mistake', this.looks) < this.profile.mistake) return [];
    return [{ kind: 'repair', weakness, atSeconds: this.freeAt }];
  }

  /** Of the places it happens to weigh, the most pressing. */
  private choose(weaknesses: readonly string[]): string | undefined {
    const weighed = Array.from({ length: this.profile.weighs }, (_, weighing) =>
      Math.floor(dice(this.seed, this.team, 'weighs', this.looks, weighing) * weaknesses.length),
    );
    return weaknesses[Math.min(...weighed)];
  }

  private buyHint(weakness: string, hinted: number, atSeconds: number): BotAction[] {
    this.fruitless += 1;
    if (this.profile.hintAfter === undefined || this.fruitless < this.profile.hintAfter || hinted >= 3) return [];
    this.fruitless = 0;
    this.hints.set(weakness, hinted + 1);
    return [{ kind: 'hint', weakness, level: hinted + 1, atSeconds }];
  }

  private draw([low, high]: readonly [number, number], ...occasion: readonly (string | number)[]): number {
    return between(low, high, this.seed, this.team, ...occasion);
  }
}
