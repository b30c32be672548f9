import type { StepClass } from '../../core/records/records';

/** Steps per class of one round as the simulated customers saw them, with percentiles of the answered ones. */
export interface RoundCounts extends Readonly<Record<StepClass, number>> {
  readonly expected: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Limits of the classes, ms, as the event's rules have them. */
export interface Bands {
  readonly fastMs: number;
  readonly acceptableMs: number;
  readonly timeoutMs: number;
}

const leastMs = 0.5;
const step = 1.05;
const perStep = 1 / Math.log(step);
const bucketCount = 200;

class Round {
  expected = 0;
  fast = 0;
  acceptable = 0;
  slow = 0;
  faulty = 0;
  failed = 0;
  /** Answers by latency; each bucket is 5 % wider than the one before. */
  readonly latencies = new Uint32Array(bucketCount);
}

/** Counts what the simulated customers saw, round by round. */
export class Tally {
  private readonly rounds: Round[] = [];

  constructor(
    readonly roundSeconds: number,
    private readonly bands: Bands,
  ) {}

  roundAt(seconds: number): number {
    return Math.floor(seconds / this.roundSeconds);
  }

  sent(round: number): void {
    this.of(round).expected += 1;
  }

  /** Steps that were never sent because an earlier one went wrong. */
  unsent(round: number, steps: number): void {
    this.of(round).expected += steps;
    this.of(round).failed += steps;
  }

  correct(round: number, latencyMs: number): void {
    const counts = this.of(round);
    if (latencyMs <= this.bands.fastMs) counts.fast += 1;
    else if (latencyMs <= this.bands.acceptableMs) counts.acceptable += 1;
    else counts.slow += 1;
    this.answered(counts, latencyMs);
  }

  faulty(round: number, latencyMs: number): void {
    const counts = this.of(round);
    counts.faulty += 1;
    this.answered(counts, latencyMs);
  }

  failed(round: number): void {
    this.of(round).failed += 1;
  }

  /** What is known of a round by now; it is final one journey's length after its end. */
  counts(round: number): RoundCounts {
    const { expected, fast, acceptable, slow, faulty, failed, latencies } = this.rounds[round] ?? new Round();
    const p50Ms = percentile(latencies, 0.5);
    return { expected, fast, acceptable, slow, faulty, failed, p50Ms, p95Ms: percentile(latencies, 0.95) };
  }

  private answered(counts: Round, latencyMs: number): void {
    const bucket = Math.floor(Math.log(latencyMs / leastMs) * perStep) + 1;
    const index = Math.max(0, Math.min(bucketCount - 1, bucket));
    counts.latencies[index] = (counts.latencies[index] as number) + 1;
  }

  private of(round: number): Round {
    while (this.rounds.length <= round) this.rounds.push(new Round());
    return this.rounds[round] as Round;
  }
}

function percentile(latencies: Uint32Array, share: number): number {
  const wanted = share * latencies.reduce((sum, count) => sum + count, 0);
  if (wanted === 0) return 0;
  let seen = 0;
  const index = latencies.findIndex((count) => (seen += count) >= wanted);
  return Math.round(leastMs * step ** (index - 0.5) * 10) / 10;
}
