/** Event time of a rehearsal against real time: event time 0 is `startsAtMs`, and `speed` event seconds pass per real second. */
export interface RehearsalClock {
  /** Real instant of event time 0, ms since the epoch. */
  readonly startsAtMs: number;
  readonly speed: number;
  /** Event seconds at a real instant; negative before the start. */
  eventSeconds(realMs: number): number;
  realMs(eventSeconds: number): number;
}

export const rehearsalClock = (startsAtMs: number, speed: number): RehearsalClock => ({
  startsAtMs,
  speed,
  eventSeconds: (realMs) => ((realMs - startsAtMs) / 1000) * speed,
  realMs: (eventSeconds) => startsAtMs + (eventSeconds / speed) * 1000,
});
