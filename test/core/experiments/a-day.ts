import { conduct, type ConductorPorts } from '../../../lib/core/experiments/conductor';
import { runsOf } from '../../../lib/core/experiments/runs';
import { stopAll } from '../../../lib/core/experiments/stop-all';
import type { PlannedExperiment } from '../../../lib/core/event/event';
import type { LogEntry } from '../../../lib/core/records/records';
import { dayOf } from '../../../lib/core/time/day';
import { anExperiment } from '../../support/an-experiment';
import { anEvent, at, someLog } from '../../support/builders';
import { FakeAccount } from '../../support/fake-account';

/** A day with two teams, a log, and a clock that is moved by hand; every look at it is a millisecond later. */
export function aDay(experiments: readonly PlannedExperiment[], ...log: readonly LogEntry[]) {
  const event = anEvent({ durationSeconds: 3600, experiments });
  const cards = [
    anExperiment({ id: 'stop', durationSeconds: 120 }),
    anExperiment({ id: 'told', announcement: { mode: 'announced', afterSeconds: 0, text: 'It is the network.' } }),
  ];
  const accounts = { blue: new FakeAccount(), red: new FakeAccount() };
  const entries: LogEntry[] = someLog(...log);
  let ms = at(0);
  const moveTo = (seconds: number): void => {
    ms = Math.max(ms, at(seconds));
  };
  const ports: ConductorPorts = {
    now: () => ms++,
    log: () => Promise.resolve([...entries]),
    append: (entry) => {
      if (!entries.some(({ id }) => id === entry.id)) entries.push(entry);
      return Promise.resolve();
    },
    executorOf: (team) => accounts[team as keyof typeof accounts],
    note: () => undefined,
  };
  let orders = 0;
  return {
    ...accounts,
    event,
    cards,
    entries,
    ports,
    moveTo,
    /** One step of the conductor at an instant of event time. */
    step: (seconds: number) => {
      moveTo(seconds);
      return conduct(ports, event, cards);
    },
    stopAll: () => stopAll(ports, event, cards, `stop-all-${(orders += 1)}`),
    /** What the log says of every run. */
    states: () =>
      Object.fromEntries(
        [...runsOf(dayOf(event, entries, Infinity).entries).values()].map((run) => [
          run.run,
          run.state === 'refused' ? `refused: ${run.reason}` : run.state === 'ended' ? run.outcome : run.state,
        ]),
      ),
    /** What really runs. */
    running: () => [...accounts.blue.running, ...accounts.red.running],
  };
}
