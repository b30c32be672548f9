import { Pile } from './pile';

/** What is wrong with everything that the servers of a tier call. */
interface Trouble {
  readonly addedSeconds: Pile;
  readonly down: Pile;
}

/** Calls that tiers make, to each other and to tables and queues, and what is wrong with them. */
export class Dependencies {
  /** Whether any tier's calls suffer. */
  troubled = false;
  private readonly tiers = new Map<string, Trouble>();

  /** @returns what ends it */
  slowDown(tier: string, seconds: number): () => void {
    return this.of(tier).addedSeconds.add(seconds);
  }

  /** @returns what ends it */
  takeDown(tier: string): () => void {
    return this.of(tier).down.add(1);
  }

  /** Seconds that a call of the tier takes longer. */
  delay(tier: string): number {
    return this.tiers.get(tier)?.addedSeconds.total ?? 0;
  }

  areDown(tier: string): boolean {
    return (this.tiers.get(tier)?.down.total ?? 0) > 0;
  }

  private of(tier: string): Trouble {
    const trouble = this.tiers.get(tier) ?? {
      addedSeconds: new Pile(() => this.judge()),
      down: new Pile(() => this.judge()),
    };
    this.tiers.set(tier, trouble);
    return trouble;
  }

  private judge(): void {
    this.troubled = [...this.tiers.values()].some(({ addedSeconds, down }) => addedSeconds.total > 0 || down.total > 0);
  }
}
