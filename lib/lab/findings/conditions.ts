import { formatClock } from '../../core/event/durations';
import type { GameDayEvent } from '../../core/event/event';
import { stepsPerSecondAt } from '../../core/time/traffic';

/** What teams had to cope with in some rounds: an experiment, a spike, or plain traffic. Instants are event seconds. */
export interface Condition {
  /** Unique in an event. */
  readonly id: string;
  readonly kind: 'experiment' | 'spike' | 'traffic';
  /** In words, such as `catalogue-stop at 00:45:00`. */
  readonly label: string;
  readonly fromSeconds: number;
  /** What is felt before this instant is put down to it. */
  readonly untilSeconds: number;
}

/** What an experiment or a spike leaves behind is felt this long after its end. */
const AFTERMATH_SECONDS = 600;
const HOUR = 3600;

/**
 * The conditions of an event: its experiments and spikes in order of their instants, then plain traffic hour by hour.
 * @param durationOf an experiment's own duration, for those that are planned without one
 */
export function conditionsOf(event: GameDayEvent, durationOf: (experiment: string) => number): readonly Condition[] {
  const { durationSeconds, experiments, spikes } = event;
  const until = (seconds: number): number => Math.min(durationSeconds, seconds + AFTERMATH_SECONDS);
  const special = [
    ...experiments.map(({ experiment, atSeconds, forSeconds }): Condition => ({
      id: `${experiment}@${atSeconds}`,
      kind: 'experiment',
      label: `${experiment} at ${formatClock(atSeconds)}`,
      fromSeconds: atSeconds,
      untilSeconds: until(atSeconds + (forSeconds ?? durationOf(experiment))),
    })),
    ...spikes.map(({ atSeconds, forSeconds, times }): Condition => ({
      id: `spike@${atSeconds}`,
      kind: 'spike',
      label: `${times}-fold spike at ${formatClock(atSeconds)}`,
      fromSeconds: atSeconds,
      untilSeconds: until(atSeconds + forSeconds),
    })),
  ].sort((a, b) => a.fromSeconds - b.fromSeconds);
  return [...special, ...hoursOf(event)];
}

/** The condition that each round's loss is put down to: of those that are felt in it the latest begun, or else the hour's traffic. */
export function conditionOfRounds(event: GameDayEvent, conditions: readonly Condition[]): readonly Condition[] {
  const { roundSeconds, durationSeconds } = event;
  const special = conditions.filter(({ kind }) => kind !== 'traffic');
  const hours = conditions.filter(({ kind }) => kind === 'traffic');
  return Array.from({ length: durationSeconds / roundSeconds }, (_, round) => {
    const begins = round * roundSeconds;
    const felt = special.findLast((each) => each.fromSeconds < begins + roundSeconds && each.untilSeconds > begins);
    const hour = hours[Math.floor(begins / HOUR)];
    const condition = felt ?? hour;
    if (condition === undefined) throw new Error(`round ${round} lies in no hour of the event`);
    return condition;
  });
}

function hoursOf(event: GameDayEvent): Condition[] {
  const plain = { traffic: event.traffic, spikes: [] };
  return Array.from({ length: Math.ceil(event.durationSeconds / HOUR) }, (_, hour): Condition => {
    const fromSeconds = hour * HOUR;
    const untilSeconds = Math.min(event.durationSeconds, fromSeconds + HOUR);
    const [first, last] = [fromSeconds, untilSeconds].map((seconds) => stepsPerSecondAt(plain, seconds)) as [
      number,
      number,
    ];
    const trend = last > first * 1.02 ? 'growing' : last < first * 0.98 ? 'falling' : 'steady';
    return {
      id: `traffic@${fromSeconds}`,
      kind: 'traffic',
      label: `${trend} traffic from ${formatClock(fromSeconds)}`,
      fromSeconds,
      untilSeconds,
    };
  });
}
