import { Pile } from './pile';

/** What is wrong with everything that the servers of a tier call. */
class Trouble {
  readonly addedSeconds = new Pile();
  readonly down = new Pile();
}

/** Calls that tiers make, to each other and to tables and queues, and what is wrong with them. */
export class Dependencies {
  /** Whether any tier's calls suffer. */
  troubled = false;
  private readonly tiers = new Map<string, Trouble>();

  /** @returns what ends it */
  slowDown(tier: string, seconds: number): () => void {
    return this.suffer(this.of(tier).addedSeconds, seconds);
  }

  /** @returns what ends it */
  takeDown(tier: string): () => void {
    return this.suffer(this.of(tier).down, 1);
  }

  /** Seconds that a call of the tier takes longer. */
  delay(tier: string): number {
    return this.tiers.get(tier)?.addedSeconds.total ?? 0;
  }

  areDown(tier: string): boolean {
    return (this.tiers.get(tier)?.down.total ?? 0) > 0;
  }

  private of(tier: string): Trouble {
    const trouble = this.tiers.get(tier) ?? new Trouble();
    this.tiers.set(tier, trouble);
    return trouble;
  }

  private suffer(pile: Pile, value: number): () => void {
    const remove = pile.add(value);
    this.judge();
    return () => {
      remove();
      this.judge();
    };
  }

  private judge(): void {
    this.troubled = [...this.tiers.values()].some(({ addedSeconds, down }) => addedSeconds.total > 0 || down.total > 0);
  }
}
