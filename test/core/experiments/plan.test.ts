import { experimentPlan } from '../../../lib/core/experiments/plan';
import type { PlannedExperiment } from '../../../lib/core/event/event';
import { planTable } from '../../../lib/core/view/experiment-tables';
import { anExperiment } from '../../support/an-experiment';
import { anEvent } from '../../support/builders';

const cards = [
  anExperiment({ id: 'stop', durationSeconds: 120 }),
  anExperiment({ id: 'told', announcement: { mode: 'misleading', afterSeconds: 90, text: 'It is the network.' } }),
];
const planOf = (...experiments: readonly PlannedExperiment[]) => {
  const event = anEvent({ durationSeconds: 7200, experiments });
  const plan = experimentPlan(event, cards);
  return { plan, table: planTable(event, plan) };
};

test('with a jitter every team is moved, and none has an earlier day in sum', () => {
  const { plan, table } = planOf(
    { experiment: 'stop', atSeconds: 600, jitterSeconds: 120 },
    { experiment: 'stop', atSeconds: 3000, jitterSeconds: 120 },
  );
  expect(plan.runs.some(({ movedSeconds }) => movedSeconds !== 0)).toBe(true);
  expect(plan.isEqual).toBe(true);
  expect(table).toContain('The same for all 2 teams: 2 runs, 4m under faults, moved by 0s in sum.');
});

test.each<[string, PlannedExperiment[]]>([
  ['one team alone gets a fault', [{ experiment: 'stop', atSeconds: 600, teams: ['blue'] }]],
  [
    'two teams get different faults',
    [
      { experiment: 'stop', atSeconds: 600, teams: ['blue'] },
      { experiment: 'told', atSeconds: 600, teams: ['red'], forSeconds: 120 },
    ],
  ],
  [
    'one team gets it for longer',
    [
      { experiment: 'stop', atSeconds: 600, teams: ['blue'] },
      { experiment: 'stop', atSeconds: 600, teams: ['red'], forSeconds: 121 },
    ],
  ],
  [
    'one team gets it earlier',
    [
      { experiment: 'stop', atSeconds: 600, teams: ['blue'] },
      { experiment: 'stop', atSeconds: 1200, teams: ['red'] },
    ],
  ],
])('it says that the plan is not the same for all where %s', (_case, experiments) => {
  const { plan, table } = planOf(...experiments);
  expect(plan.isEqual).toBe(false);
  expect(table).toContain('Not the same for all teams');
});

test('who is told what and when stands between the runs', () => {
  const { table } = planOf({ experiment: 'told', atSeconds: 600 }, { experiment: 'stop', atSeconds: 700 });
  const lines = table.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
  expect(lines.slice(1, 6)).toEqual([
    '00:10:00  blue  told-0-blue  10m  0s',
    '00:10:00  red  told-0-red  10m  0s',
    '00:11:30  all  misleading: "It is the network."',
    '00:11:40  blue  stop-1-blue  2m  0s',
    '00:11:40  red  stop-1-red  2m  0s',
  ]);
});
