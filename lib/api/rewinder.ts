import { earlierMoment, snapshotThen, type EarlierMoment } from '../core/view/rewind';
import type { Snapshot } from '../core/view/snapshot';
import type { Reading } from './reading';

/** Moments that are kept. A room that scrubs asks for the same few again and again. */
const MOST_KEPT = 64;
/** What was measured late is seen after this long at most. */
const KEPT_MS = 30_000;

interface Kept {
  readonly records: string;
  readonly untilMs: number;
  readonly snapshot: Snapshot;
}

/** Draws the board of earlier moments, each once for everybody who asks for it. */
export function rewinder(): (reading: Reading, seconds: number) => Snapshot {
  const kept = new Map<number, Kept>();
  return (reading, seconds) => {
    const { event, rounds, log, day } = reading;
    const { asOf } = reading.live;
    const moment = earlierMoment(event, log, day, seconds);
    if (moment === undefined) return reading.snapshot;

    const records = recordsOf(reading, moment);
    const known = kept.get(moment.atSeconds);
    if (known !== undefined && known.records === records && known.untilMs > asOf) return known.snapshot;
    const snapshot = snapshotThen(event, rounds, moment, asOf);
    kept.delete(moment.atSeconds);
    kept.set(moment.atSeconds, { records, untilMs: asOf + KEPT_MS, snapshot });
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return snapshot;
  };
}

/** Stands for what a moment is folded from, which does not change because the day goes on. */
function recordsOf({ event, rounds }: Reading, { atSeconds, at, log }: EarlierMoment): string {
  const measured = rounds.filter(({ round }) => (round + 1) * event.roundSeconds <= atSeconds).length;
  const entries = log.filter((entry) => Date.parse(entry.at) <= at).length;
  return `${measured} ${entries}`;
}
