import { dueActions } from '../../../lib/core/experiments/conduct';
import type { ExperimentCard } from '../../../lib/core/experiments/experiment';
import type { PlannedExperiment } from '../../../lib/core/event/event';
import type { LogEntry } from '../../../lib/core/records/records';
import { dayOf } from '../../../lib/core/time/day';
import { anExperiment } from '../../support/an-experiment';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const cards: readonly ExperimentCard[] = [
  anExperiment({ id: 'stop', durationSeconds: 120 }),
  anExperiment({ id: 'told', announcement: { mode: 'misleading', afterSeconds: 60, text: 'It is the network.' } }),
];

/** What is due at an instant of event time, in a day with these plans and this log. */
function due(seconds: number, experiments: readonly PlannedExperiment[], ...log: readonly LogEntry[]) {
  const event = anEvent({ durationSeconds: 3600, experiments });
  return dueActions({ event, cards, ...dayOf(event, someLog(...log), at(seconds)) });
}
/** The same in few words. */
const words = (...of: Parameters<typeof due>): string[] =>
  due(...of).map((action) =>
    action.kind === 'announce'
      ? `announce ${action.text}`
      : `${action.kind} ${typeof action.run === 'string' ? action.run : action.run.run}` +
        ('reason' in action ? `: ${action.reason}` : ''),
  );

const started = (run: string, seconds: number, team = 'blue', experiment = 'stop') =>
  anEntry('experiment-started', seconds, { run, experiment, team });
const ordered = (run: string, seconds: number) =>
  anEntry('experiment-ordered', seconds, { run, experiment: 'stop', team: 'blue', seconds: 120 });
const ended = (run: string, seconds: number) =>
  anEntry('experiment-ended', seconds, { run, outcome: 'completed', reason: 'its time was up' });
const refused = (run: string, seconds: number) =>
  anEntry('experiment-refused', seconds, { run, experiment: 'stop', team: 'blue', reason: 'no instance' });
const stop: PlannedExperiment = { experiment: 'stop', atSeconds: 600, teams: ['blue'] };

test('a planned run begins at its instant and not before', () => {
  expect(words(599, [stop])).toEqual([]);
  expect(words(600, [stop])).toEqual(['start stop-0-blue']);
});

test('what was begun, refused or ended is not begun again', () => {
  expect(words(610, [stop], started('stop-0-blue', 600))).toEqual([]);
  expect(words(610, [stop], refused('stop-0-blue', 600))).toEqual([]);
  expect(words(700, [stop], started('stop-0-blue', 600), ended('stop-0-blue', 650))).toEqual([]);
});

test('a run is taken back when its time is up, counted from when it really began', () => {
  expect(words(769, [stop], started('stop-0-blue', 650))).toEqual([]);
  expect(words(770, [stop], started('stop-0-blue', 650))).toEqual(['stop stop-0-blue: its time was up']);
});

test('a run that nobody could begin in its time is refused, and never begins late', () => {
  expect(words(719, [stop])).toEqual(['start stop-0-blue']);
  expect(words(720, [stop])).toEqual(['refuse stop-0-blue: its time passed before it could begin']);
});

test('an order begins at once and lasts as long as it says', () => {
  expect(words(305, [], ordered('mine', 300))).toEqual(['start mine']);
  expect(words(420, [], ordered('mine', 300), started('mine', 301))).toEqual([]);
  expect(words(421, [], ordered('mine', 300), started('mine', 301))).toEqual(['stop mine: its time was up']);
});

test('stopping one run leaves the others, stopping all ends each that is under way', () => {
  const log = [started('stop-0-blue', 600), started('stop-1-red', 600, 'red')];
  const one = anEntry('stop-ordered', 620, { run: 'stop-1-red' });
  expect(words(621, [], ...log, one)).toEqual(['stop stop-1-red: the organizer stopped it']);
  expect(words(621, [], ...log, anEntry('stop-ordered', 620, {}))).toEqual([
    'stop stop-0-blue: the organizer stopped it',
    'stop stop-1-red: the organizer stopped it',
  ]);
});

test('stopping all calls off orders that have not begun, and leaves what is planned for later', () => {
  const all = anEntry('stop-ordered', 310, {});
  expect(words(311, [stop], ordered('mine', 300), all)).toEqual(['refuse mine: it was stopped before it began']);
  expect(words(600, [stop], all)).toEqual(['start stop-0-blue']);
});

test('nothing begins while the event is paused, and nothing that its end finds under way stays', () => {
  expect(words(610, [stop], anEntry('paused', 590, {}))).toEqual([]);
  const late: PlannedExperiment = { ...stop, atSeconds: 3590 };
  expect(words(3601, [late], started('stop-0-blue', 3590))).toEqual(['stop stop-0-blue: the event ended']);
  expect(words(3601, [late])).toEqual(['refuse stop-0-blue: its time passed before it could begin']);
});

test('the room is told once of an experiment, at the planned instant plus its delay, and never what was refused everywhere', () => {
  const told: PlannedExperiment = { experiment: 'told', atSeconds: 600 };
  const begun = started('told-0-blue', 600, 'blue', 'told');
  const other = anEntry('experiment-refused', 600, { run: 'told-0-red', experiment: 'told', team: 'red', reason: '-' });
  expect(words(659, [told], begun, other)).toEqual([]);
  expect(words(660, [told], begun, other)).toEqual(['announce It is the network.']);
  const [announce] = due(660, [told], begun, other);
  const id = announce?.kind === 'announce' ? announce.id : '';
  expect(words(661, [told], begun, other, anEntry('announced', 660, { text: 'x' }, { id }))).toEqual([]);
  const nobody = anEntry('experiment-refused', 600, {
    run: 'told-0-blue',
    experiment: 'told',
    team: 'blue',
    reason: '-',
  });
  expect(words(660, [told], nobody, other)).toEqual([]);
});

test('a team cannot order an experiment, nor stop one', () => {
  const event = anEvent();
  const byTeam = { by: 'team:blue' };
  const { entries } = dayOf(
    event,
    someLog({ ...ordered('mine', 10), ...byTeam }, anEntry('stop-ordered', 10, {}, byTeam)),
    at(20),
  );
  expect(entries.map(({ entry }) => entry.type)).toEqual(['started']);
});
