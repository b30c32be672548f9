import type { Clock } from '../../lib/core/view/snapshot';

/** Seconds of event time at an instant of the server's clock (ms), from 0 to the event's end. */
export function eventSecondsAt(clock: Clock, serverMs: number): number {
  const sinceMs = clock.phase === 'running' ? Math.max(0, serverMs - Date.parse(clock.asOf)) : 0;
  return Math.min(Math.max(0, clock.eventSeconds + (sinceMs / 1000) * clock.speed), clock.endsSeconds);
}
