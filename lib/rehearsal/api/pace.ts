import type { JourneyTarget } from '../../../load/embedded/walk-journey';

/** Where customers of a team come in. */
export interface TeamAddress extends JourneyTarget {
  readonly id: string;
}

/** How far a rehearsal is, and where its teams can be reached, for whoever asks from outside. */
export class Pace {
  private seconds: (realMs: number) => number = () => 0;
  private eventSecondsPerSecond = 0;
  private reached: readonly TeamAddress[] = [];
  private ended = false;

  /** Event time goes on with the real clock. @param seconds event time at a real instant */
  follow(seconds: (realMs: number) => number, speed: number, teams: readonly TeamAddress[]): void {
    this.seconds = seconds;
    this.eventSecondsPerSecond = speed;
    this.reached = teams;
  }

  /** Event time stands at an instant. */
  stand(seconds: number): void {
    this.follow(() => seconds, 0, []);
  }

  /** Nothing is written down any more. */
  end(seconds: number): void {
    this.stand(seconds);
    this.ended = true;
  }

  get eventSeconds(): number {
    return this.secondsAt(Date.now());
  }

  /** Event time at a real instant, ms; never below 0. */
  secondsAt(realMs: number): number {
    return Math.max(0, this.seconds(realMs));
  }

  /** Event seconds per real second. */
  get speed(): number {
    return this.eventSecondsPerSecond;
  }

  /** Teams that real requests can be sent to now. */
  get teams(): readonly TeamAddress[] {
    return this.reached;
  }

  get over(): boolean {
    return this.ended;
  }
}
