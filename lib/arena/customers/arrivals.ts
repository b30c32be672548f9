import type { Random } from '../clock/random';
import type { Simulation } from '../clock/simulation';

/** `even` as engines send, `poisson` as independent customers come. */
export type ArrivalPattern = 'even' | 'poisson';

/** How far ahead a rate is trusted, in seconds; after that it is asked for again. */
const trustSeconds = 1;

/** The open model: journeys begin at the planned rate, however slowly they are answered. */
export class Arrivals {
  private rate: (eventSeconds: number) => number = () => 0;
  private generation = 0;
  /** Journeys' worth of plan still to pass before the next one begins. */
  private ahead = 0;
  private begins = false;

  constructor(
    private readonly simulation: Simulation,
    private readonly random: Random,
    private readonly pattern: ArrivalPattern,
    private readonly begin: () => void,
  ) {}

  /** From now on journeys begin at this rate, per second of event time. */
  plan(journeysPerSecond: (eventSeconds: number) => number): void {
    this.rate = journeysPerSecond;
    this.generation += 1;
    this.ahead = this.pattern === 'poisson' ? this.random.exponential() : this.random.next();
    this.schedule();
  }

  due(generation: number): void {
    if (generation !== this.generation) return;
    if (this.begins) {
      this.ahead += this.pattern === 'poisson' ? this.random.exponential() : 1;
      this.begin();
    }
    this.schedule();
  }

  private schedule(): void {
    const { now } = this.simulation;
    const rate = this.rate(now);
    this.begins = rate * trustSeconds >= this.ahead;
    const seconds = this.begins ? this.ahead / rate : trustSeconds;
    this.ahead = this.begins ? 0 : this.ahead - rate * trustSeconds;
    this.simulation.journeyAt(now + seconds, this.generation);
  }
}
