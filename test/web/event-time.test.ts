import type { Clock } from '../../lib/core/view/snapshot';
import { eventSecondsAt } from '../../web/shared/event-time';

const asOf = '2026-12-10T08:00:00.000Z';
const at = Date.parse(asOf);
const clock: Clock = { phase: 'running', eventSeconds: 600, endsSeconds: 3600, asOf, speed: 1 };

test.each<[string, Partial<Clock>, number, number]>([
  ['event time goes on between two snapshots', {}, 30_000, 630],
  ['a rehearsal at 60 plays a minute a second', { speed: 60 }, 2000, 720],
  ['a paused clock stands', { phase: 'paused' }, 30_000, 600],
  ['an ended clock stands', { phase: 'ended', eventSeconds: 3600 }, 30_000, 3600],
  ['the clock never runs past the end', {}, 1e9, 3600],
  ['a snapshot from the viewer’s future does not turn the clock back', {}, -5000, 600],
])('%s', (_rule, changes, laterMs, seconds) => {
  expect(eventSecondsAt({ ...clock, ...changes }, at + laterMs)).toBeCloseTo(seconds);
});
