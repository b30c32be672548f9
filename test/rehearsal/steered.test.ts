import { dayOf } from '../../lib/core/time/day';
import { steeringEntry, type Steering } from '../../lib/core/time/steering';
import { nobody } from '../../lib/rehearsal/player';
import type { Rehearsal } from '../../lib/rehearsal/rehearsal';
import { playVirtually } from '../../lib/rehearsal/virtual-play';
import { anExperiment } from '../support/an-experiment';
import { anEvent, at } from '../support/builders';
import { aSteeredRehearsal, tinyScenario, worldsOf, type Written } from './tiny-rehearsal';

const event = anEvent({ traffic: [{ atSeconds: 0, stepsPerSecond: 6 }], durationSeconds: 480 });
const scenario = tinyScenario([anExperiment({ durationSeconds: 120 })]);

/** What an organizer does when event time is there; each waits until the one before has been done. */
type Plan = readonly (readonly [atSeconds: number, change: Steering])[];

/** Plays until nothing of the plan is left and event time is up, or up to a round. */
async function played(plan: Plan, known?: Written, until = Infinity) {
  const { rehearsal, clock, written } = aSteeredRehearsal(event, scenario, () => nobody, known);
  const { journal, stage } = rehearsal;
  const refused: string[] = [];
  const left = plan.filter(([, change]) => !(known?.log ?? []).some(({ id }) => id === idOf(change)));
  const ending = new AbortController();
  const measured = [...journal.measuredRounds()].length;
  if (measured > 0) rehearsal.catchUp(measured);
  await playVirtually({
    rehearsal,
    clock,
    fromRound: measured,
    signal: ending.signal,
    recorded: (round) => void (round + 1 >= until && ending.abort()),
    turn: () => {
      const [next] = left;
      if (next === undefined && journal.timeline.paused) ending.abort();
      if (next === undefined || stage.eventSeconds < next[0]) return;
      left.shift();
      const moment = { now: clock.now(), newId: idOf(next[1]), beginsAt: (now: number) => now };
      const decision = steeringEntry(event, journal.facts(), next[1], moment);
      if (decision.ok) rehearsal.take({ ...decision.entry, id: idOf(next[1]) });
      else refused.push(decision.reason);
    },
  });
  return { rehearsal, written, refused, game: journal.gameAt(journal.newestAt ?? 0) };
}
const idOf = (change: Steering): string => JSON.stringify(change);
const roundsOf = (rehearsal: Rehearsal, team: string): readonly number[] =>
  rehearsal.journal
    .gameAt(Infinity)
    .teams.find((each) => each.team === team)!
    .rounds.map(({ round }) => round);

const announced = (text: string): Steering => ({ type: 'announced', text });
const pausedDay: Plan = [
  [0, { type: 'started' }],
  [120, { type: 'paused' }],
  [120, announced('in the pause')],
  [120, { type: 'extended', seconds: 120, team: 'blue' }],
  [120, { type: 'traffic', factor: 2, team: 'red' }],
  [120, { type: 'resumed' }],
  [300, announced('later')],
];

test('nothing is played before somebody starts it', async () => {
  const { rehearsal } = await played([
    [0, announced('soon')],
    [0, { type: 'closed' }],
  ]);
  expect(rehearsal.stage.eventSeconds).toBe(0);
  expect(rehearsal.journal.measurements()).toEqual([]);
});

test('what is written in a pause lies in it, and a pause between two rounds cuts neither', async () => {
  const { rehearsal, refused } = await played(pausedDay);
  const { journal } = rehearsal;
  const [paused, told, resumed] = [pausedDay[1]![1], pausedDay[2]![1], pausedDay[5]![1]].map((change) =>
    Date.parse(journal.facts().find(({ id }) => id === idOf(change))?.at ?? ''),
  );
  expect(refused).toEqual([]);
  expect(journal.timeline.pausesMs).toEqual([120_000]);
  expect(told).toBeGreaterThanOrEqual(paused!);
  expect(told).toBeLessThanOrEqual(resumed!);
  const later = journal.facts().find(({ id }) => id === idOf(pausedDay[6]![1]))!;
  expect(journal.secondsOf(later)).toBe(300);
  expect(dayOf(event, journal.facts(), told!).phase).toBe('paused');
});

test('extra time of one team is played for it alone, and its traffic with it', async () => {
  const { rehearsal } = await played(pausedDay);
  expect(roundsOf(rehearsal, 'blue')).toHaveLength(10);
  expect(roundsOf(rehearsal, 'red')).toHaveLength(8);
  const steps = rehearsal.journal.measurements().map(({ teams }) => [teams.blue?.expected, teams.red?.expected]);
  expect(steps[1]![0]! / steps[1]![1]!).toBeCloseTo(1, 1);
  expect(steps[4]![1]! / steps[4]![0]!).toBeCloseTo(2, 0);
  expect(steps[9]).toEqual([expect.any(Number), undefined]);
  expect(steps[9]![0]).toBeGreaterThan(300);
});

test.each([1, 2, 4, 9])('a day that was interrupted after %i rounds goes on as if it had not been', async (after) => {
  const whole = await played(pausedDay);
  const left = await played(pausedDay, undefined, after);
  const resumed = await played(pausedDay, left.written);
  // Pauses pass with the real clock, so that only event time can be the same.
  const facts = ({ rehearsal: { journal } }: typeof whole) =>
    journal.facts().map((entry) => [journal.secondsOf(entry), entry.id]);
  expect(facts(resumed)).toEqual(facts(whole));
  expect(resumed.rehearsal.journal.measurements().map(({ teams }) => teams)).toEqual(
    whole.rehearsal.journal.measurements().map(({ teams }) => teams),
  );
  expect(worldsOf(resumed.rehearsal)).toEqual(worldsOf(whole.rehearsal));
});

test('a day that was interrupted in a pause is still paused when it goes on', async () => {
  const left = await played(pausedDay.slice(0, 3));
  expect(left.rehearsal.journal.measuredRounds().size).toBe(1);
  const resumed = await played(pausedDay, left.written);
  const { journal } = resumed.rehearsal;
  expect(journal.timeline.pausesMs).toEqual([120_000]);
  expect(roundsOf(resumed.rehearsal, 'red')).toHaveLength(8);
});

test('closing ends the day there; the round that it cuts counts for nobody', async () => {
  const { rehearsal, game } = await played([
    [0, { type: 'started' }],
    [180, { type: 'closed' }],
  ]);
  expect(game).toMatchObject({ phase: 'closed', endsSeconds: 180 });
  expect(roundsOf(rehearsal, 'blue')).toEqual([0, 1, 2]);
  expect(rehearsal.take({ id: 'late', at: new Date(at(0)).toISOString(), by: 'organizer', type: 'paused' })).toBe(
    false,
  );
});

test('an experiment that is stopped in a pause ends there, and one that is ordered begins when event time goes on', () => {
  const { rehearsal, clock } = aSteeredRehearsal(event, scenario, () => nobody);
  const { journal, stage } = rehearsal;
  const order = (run: string) =>
    rehearsal.order({
      id: run,
      by: 'organizer',
      type: 'experiment-ordered',
      run,
      experiment: 'stop',
      team: 'blue',
      seconds: 60,
    });
  const runs = () => journal.facts().flatMap((entry) => ('run' in entry ? [[entry.type, entry.run]] : []));
  rehearsal.order({ id: 'start', by: 'organizer', type: 'started' });
  order('first');
  stage.advance(30);
  clock.set(journal.instant(30));
  rehearsal.order({ id: 'pause', by: 'organizer', type: 'paused' });
  rehearsal.order({ id: 'stop', by: 'organizer', type: 'stop-ordered', run: 'first' });
  order('second');
  expect(runs().slice(-2)).toEqual([
    ['experiment-ended', 'first'],
    ['experiment-ordered', 'second'],
  ]);
  rehearsal.order({ id: 'resume', by: 'organizer', type: 'resumed' });
  stage.advance(31);
  expect(runs().at(-1)).toEqual(['experiment-started', 'second']);
});
