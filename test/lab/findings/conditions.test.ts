import { conditionOfRounds, conditionsOf } from '../../../lib/lab/findings/conditions';
import { anEvent } from '../../support/builders';

const event = anEvent({
  durationSeconds: 7200,
  traffic: [
    { atSeconds: 0, stepsPerSecond: 1 },
    { atSeconds: 3600, stepsPerSecond: 5 },
  ],
  experiments: [
    { experiment: 'stop', atSeconds: 1230, forSeconds: 60 },
    { experiment: 'outage', atSeconds: 5000 },
  ],
  spikes: [{ atSeconds: 1500, forSeconds: 300, times: 3 }],
});
const conditions = conditionsOf(event, () => 900);

test('experiments and spikes come in order of their instants, then traffic hour by hour', () => {
  expect(conditions.map(({ label, fromSeconds, untilSeconds }) => [label, fromSeconds, untilSeconds])).toEqual([
    ['stop at 00:20:30', 1230, 1890],
    ['3-fold spike at 00:25:00', 1500, 2400],
    // Planned without a length: the experiment's own.
    ['outage at 01:23:20', 5000, 6500],
    ['growing traffic from 00:00:00', 0, 3600],
    ['steady traffic from 01:00:00', 3600, 7200],
  ]);
});

test('nothing is felt beyond the end of the event', () => {
  const late = anEvent({ experiments: [{ experiment: 'stop', atSeconds: 500, forSeconds: 300 }] });
  expect(conditionsOf(late, () => 0)[0]?.untilSeconds).toBe(600);
});

test('traffic that goes down is called falling', () => {
  const falling = anEvent({
    traffic: [
      { atSeconds: 0, stepsPerSecond: 9 },
      { atSeconds: 600, stepsPerSecond: 3 },
    ],
  });
  expect(conditionsOf(falling, () => 0)[0]?.label).toBe('falling traffic from 00:00:00');
});

test.each([
  ['before anything happens the hour’s traffic', 19, 'traffic@0'],
  ['from the round in which it begins the experiment', 20, 'stop@1230'],
  ['while two are felt the one begun last', 25, 'spike@1500'],
  ['up to the last round in which it is felt the spike', 39, 'spike@1500'],
  ['afterwards the hour’s traffic again', 40, 'traffic@0'],
  ['in the second hour its own traffic', 70, 'traffic@3600'],
])('a round is put down to: %s', (_rule, round, condition) => {
  expect(conditionOfRounds(event, conditions)[round]?.id).toBe(condition);
});
