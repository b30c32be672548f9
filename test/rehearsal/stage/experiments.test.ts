import { orderedEntry } from '../../../lib/core/experiments/entries';
import { runsOf } from '../../../lib/core/experiments/runs';
import type { PlannedExperiment } from '../../../lib/core/event/event';
import { effectiveLog } from '../../../lib/core/records/effective-log';
import { nobody } from '../../../lib/rehearsal/player';
import { anExperiment } from '../../support/an-experiment';
import { anEvent, START } from '../../support/builders';
import { aRehearsal, tinyScenario } from '../tiny-rehearsal';

const scenario = tinyScenario([
  anExperiment({ durationSeconds: 120 }),
  anExperiment({ id: 'nowhere', fault: { kind: 'instance-stop', tier: 'gone' } }),
  anExperiment({ id: 'told', announcement: { mode: 'announced', afterSeconds: 30, text: 'A server is gone.' } }),
]);
const stopAll = { id: 'stop-all', by: 'organizer', type: 'stop-ordered' } as const;
const mine = orderedEntry({ run: 'mine', experiment: 'stop', team: 'blue', forSeconds: 120 });

function aDay(...experiments: readonly PlannedExperiment[]) {
  const event = anEvent({ durationSeconds: 1800, experiments });
  const { rehearsal, written } = aRehearsal(event, scenario, () => nobody);
  const { stage } = rehearsal;
  return {
    rehearsal,
    stage,
    /** Everything that happened to runs, with seconds of event time. */
    told: () =>
      written.log.flatMap((entry) => {
        if (!entry.type.startsWith('experiment-') || !('run' in entry)) return [];
        return [[(Date.parse(entry.at) - START) / 1000, entry.type.slice('experiment-'.length), entry.run]];
      }),
    states: () =>
      Object.fromEntries(
        [...runsOf(effectiveLog(event, written.log, Infinity).entries)].map(([run, { state }]) => [run, state]),
      ),
    announced: () => written.log.flatMap((entry) => (entry.type === 'announced' ? [[entry.at, entry.text]] : [])),
    /** Runs that really go on, which it ends. */
    leftovers: () => stage.teams.flatMap(({ executor }) => executor.sweep(new Set())),
  };
}

test('a planned run begins and ends exactly where it is planned, wherever the stage stops', () => {
  const day = aDay({ experiment: 'stop', atSeconds: 600.5, forSeconds: 60.25, teams: ['blue'] });
  for (let seconds = 0; seconds < 800; seconds += 7.3) day.stage.advance(seconds);
  expect(day.told()).toEqual([
    [600.5, 'started', 'stop-0-blue'],
    [660.75, 'ended', 'stop-0-blue'],
  ]);
});

test('with a jitter no team’s faults begin earlier in sum than another’s', () => {
  const day = aDay(
    { experiment: 'stop', atSeconds: 300, jitterSeconds: 60 },
    { experiment: 'stop', atSeconds: 900, jitterSeconds: 60 },
  );
  day.stage.advance(1800);
  const sums = ['blue', 'red'].map((team) =>
    day
      .told()
      .filter(([, what, run]) => what === 'started' && String(run).endsWith(team))
      .reduce((sum, [seconds]) => sum + Number(seconds), 0),
  );
  expect(sums).toEqual([1200, 1200]);
});

test('what has no target is refused, told so once, and nothing happens', () => {
  const day = aDay({ experiment: 'nowhere', atSeconds: 300 });
  day.stage.advance(1800);
  expect(day.told()).toEqual([
    [300, 'refused', 'nowhere-0-blue'],
    [300, 'refused', 'nowhere-0-red'],
  ]);
  expect(day.stage.teams.map(({ world }) => world.transitions(299))).toEqual([[], []]);
});

test('an order begins where it was taken, and ends by itself', () => {
  const day = aDay();
  day.stage.advance(100.0004);
  expect(day.rehearsal.order(mine)).toBe(true);
  day.stage.advance(500);
  expect(day.told()).toEqual([
    [100.001, 'ordered', 'mine'],
    [100.001, 'started', 'mine'],
    [220.001, 'ended', 'mine'],
  ]);
});

test('the room is told at the planned instant and its delay', () => {
  const day = aDay({ experiment: 'told', atSeconds: 300 });
  day.stage.advance(1800);
  expect(day.announced()).toEqual([['2026-12-10T08:05:30.000Z', 'A server is gone.']]);
});

test('the event’s end ends what is under way, and nothing is taken after it', () => {
  const day = aDay({ experiment: 'stop', atSeconds: 1790 });
  day.stage.advance(1799);
  expect(day.states()).toEqual({ 'stop-0-blue': 'running', 'stop-0-red': 'running' });
  day.stage.advance(1800);
  expect(day.states()).toEqual({ 'stop-0-blue': 'ended', 'stop-0-red': 'ended' });
  expect(day.leftovers()).toEqual([]);
  expect(day.rehearsal.order(mine)).toBe(false);
});

// The planned runs go on from 600 to 720; one is planned for later.
test.each([
  ['planned later', 599],
  ['due in the same instant', 600],
  ['just begun', 600.001],
  ['running', 660],
  ['about to end', 719.9995],
  ['ending in the same instant', 720],
  ['over', 721],
])('stop-all while runs are %s leaves nothing of them running', (phase, seconds) => {
  const day = aDay({ experiment: 'stop', atSeconds: 600 }, { experiment: 'stop', atSeconds: 1200 });
  day.stage.advance(seconds);
  day.rehearsal.order(mine);
  day.rehearsal.order(stopAll);
  day.stage.advance(seconds + 0.002);
  expect(day.states()).toMatchObject({ mine: 'refused' });
  expect(Object.values(day.states())).not.toContain('running');
  if (phase !== 'planned later') day.stage.advance(1199);
  expect(day.leftovers()).toEqual([]);
  day.stage.advance(1201);
  expect(day.states()).toMatchObject({ 'stop-1-blue': 'running', 'stop-1-red': 'running' });
});

test('a stop that a killed rehearsal never saw ends what its log tells of, when it goes on from a little earlier', () => {
  const event = anEvent({ durationSeconds: 1800 });
  const before = aRehearsal(event, scenario, () => nobody);
  before.rehearsal.stage.advance(90);
  before.rehearsal.order(mine);
  before.rehearsal.stage.advance(91);
  const { rehearsal } = aRehearsal(event, scenario, () => nobody, before.written);
  rehearsal.stage.advance(60);
  rehearsal.order(stopAll);
  rehearsal.stage.advance(91);
  expect(rehearsal.stage.find('blue').executor.state('mine')).toEqual({ state: 'over' });
});

test('one run that is stopped leaves the others, also before it begins', () => {
  const day = aDay({ experiment: 'stop', atSeconds: 600 });
  day.stage.advance(300);
  day.rehearsal.order({ ...stopAll, id: 'one', run: 'stop-0-red' });
  day.stage.advance(650);
  expect(day.states()).toEqual({ 'stop-0-blue': 'running', 'stop-0-red': 'refused' });
});
