/** One line of the bench: what was measured over several runs, beside its aim or the alternative. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Least, median and most of the runs. */
  readonly least: number;
  readonly median: number;
  readonly most: number;
  readonly runs: number;
  readonly aim?: string;
}

/** Figure of several runs. `runs` must not be empty. */
export function figure(name: string, unit: string, runs: readonly number[], aim?: string): Figure {
  const sorted = [...runs].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  return {
    name,
    unit,
    least: at(0),
    median: at(0.5),
    most: at(1),
    runs: runs.length,
    ...(aim === undefined ? {} : { aim }),
  };
}

/** Milliseconds of each of several runs, after one that is not counted. */
export function timed(runs: number, work: () => unknown): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
}
