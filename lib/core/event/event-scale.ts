import { floorToMilliseconds, formatDuration } from './durations';
import { GameDayError } from '../errors';
import type { GameDayEvent } from './event';

/**
 * The same event in another length: traffic, spikes, experiments, votes and freeze move in proportion, rounds stay as long as they are.
 *
 * Instants are rounded down to the millisecond; of traffic points that fall together the last one stays.
 * Throws `BadOption` when the length is not a whole number of rounds, at least one.
 */
export function scaleEvent(event: GameDayEvent, durationSeconds: number): GameDayEvent {
  const { roundSeconds, informed } = event;
  if (!(durationSeconds >= roundSeconds) || durationSeconds % roundSeconds !== 0) {
    throw new GameDayError(
      'BadOption',
      `--duration ${formatDuration(durationSeconds)} is not a whole number of rounds of ${formatDuration(roundSeconds)}`,
      `Give a duration such as ${formatDuration(Math.max(1, Math.round(durationSeconds / roundSeconds)) * roundSeconds)}.`,
    );
  }
  const scaled = (seconds: number): number => floorToMilliseconds((seconds * durationSeconds) / event.durationSeconds);
  const lasting = (seconds: number): number => Math.max(0.001, scaled(seconds));
  return {
    ...event,
    durationSeconds,
    freezeSeconds: scaled(event.freezeSeconds),
    traffic: event.traffic
      .map((point) => ({ ...point, atSeconds: scaled(point.atSeconds) }))
      .filter((point, index, points) => points[index + 1]?.atSeconds !== point.atSeconds),
    spikes: event.spikes.map((spike) => ({
      ...spike,
      atSeconds: scaled(spike.atSeconds),
      forSeconds: lasting(spike.forSeconds),
    })),
    experiments: event.experiments.map(({ forSeconds, jitterSeconds, ...planned }) => ({
      ...planned,
      atSeconds: scaled(planned.atSeconds),
      ...(forSeconds === undefined ? {} : { forSeconds: lasting(forSeconds) }),
      ...(jitterSeconds === undefined ? {} : { jitterSeconds: scaled(jitterSeconds) }),
    })),
    ...(informed === undefined
      ? {}
      : { informed: { ...informed, vote: { ...informed.vote, seconds: scaled(informed.vote.seconds) } } }),
  };
}
