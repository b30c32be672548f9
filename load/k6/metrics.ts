import type { StepOutcome } from '../customer';

/**
 * Our own metrics in k6's stream; each carries its instant and its scenario anyhow. Tags hold few values, because k6 remembers
 * every set of tags it has seen.
 *
 * - `begun`: a journey began; value: its ordinal.
 * - `step`: an exchange is over; value: ms since it was sent; tag `came`: its class, or `broken` for failed without a latency.
 * - `ended`: a journey is over; value: its ordinal; tag `unsent`: steps never sent; tag `ours` when that is the engine's fault.
 */
export const metricNames = { begun: 'gameday_begun', step: 'gameday_step', ended: 'gameday_ended' } as const;

export const stepTags = ({ class: name, latencyMs }: StepOutcome) => ({
  came: latencyMs === undefined ? 'broken' : name,
});
