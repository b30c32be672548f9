import type { Fact } from '../../lib/rehearsal/records/journal';
import { orderedEntry } from '../../lib/core/experiments/entries';
import type { GameDayEvent } from '../../lib/core/event/event';
import { nobody, type Player, type Seat } from '../../lib/rehearsal/player';
import { anExperiment } from '../support/an-experiment';
import { anEvent } from '../support/builders';
import { aRehearsal, played, tinyScenario, worldsOf, type Written } from './tiny-rehearsal';

const rounds = 24;
const event: GameDayEvent = anEvent({
  durationSeconds: rounds * 60,
  traffic: [{ atSeconds: 0, stepsPerSecond: 30 }],
  experiments: [{ experiment: 'stop', atSeconds: 400 }],
});
const scenario = tinyScenario([anExperiment({ durationSeconds: 300 })]);

/** What somebody orders after a round. */
type Orders = Readonly<Record<number, Fact>>;

/** The same event twice: in one go, and interrupted after some rounds. */
function twice(player: (seat: Seat) => Player, interruptedAfter: number, orders: Orders = {}) {
  const whole = aRehearsal(event, scenario, player);
  const ordering =
    ({ rehearsal }: typeof whole) =>
    (round: number) => {
      const order = orders[round];
      if (order !== undefined) rehearsal.order(order);
    };
  played(whole.rehearsal, 0, interruptedAfter, ordering(whole));
  const left: Written = { rounds: [...whole.written.rounds], log: [...whole.written.log] };
  played(whole.rehearsal, interruptedAfter, rounds, ordering(whole));
  const resumed = aRehearsal(event, scenario, player, left);
  resumed.rehearsal.catchUp(interruptedAfter);
  played(resumed.rehearsal, interruptedAfter, rounds, ordering(resumed));
  return { whole, resumed };
}

test.each([1, 9, 20])('worlds that went on after round %i are as old as those that were never stopped', (after) => {
  const { whole, resumed } = twice(() => nobody, after);
  expect(resumed.written.rounds).toEqual(whole.written.rounds);
  expect(worldsOf(resumed.rehearsal)).toEqual(worldsOf(whole.rehearsal));
});

const order = (run: string, forSeconds: number): Fact =>
  orderedEntry({ run, experiment: 'stop', team: 'blue', forSeconds });
const stop = (id: string, run?: string): Fact => ({
  id,
  by: 'organizer',
  type: 'stop-ordered',
  ...(run === undefined ? {} : { run }),
});
const orders: Orders = {
  2: order('mine', 600),
  // The planned run is under way.
  7: stop('all'),
  10: order('short', 90),
  13: order('other', 600),
  16: stop('one', 'other'),
};

// After 3, 8, 11, 14 and 17 rounds an order is written down and nothing has followed from it.
test.each([3, 8, 9, 12, 14, 17])(
  'experiments, orders and stops of a day that was interrupted after %i rounds are as of one that was not',
  (after) => {
    const { whole, resumed } = twice(() => nobody, after, orders);
    const inOrder = ({ log }: Written) => [...log].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
    expect(inOrder(resumed.written)).toEqual(inOrder(whole.written));
    expect(resumed.written.rounds).toEqual(whole.written.rounds);
    expect(worldsOf(resumed.rehearsal)).toEqual(worldsOf(whole.rehearsal));
  },
);

test('repairs are there again, and what they mend', () => {
  const repairer = ({ team, stage }: Seat): Player => ({
    see: ({ atSeconds, notBeforeSeconds }) => {
      if (atSeconds !== 180 || atSeconds < notBeforeSeconds) return;
      stage.agenda.add(atSeconds, () => team.repair('poor'));
    },
  });
  const { whole, resumed } = twice(repairer, 9);
  const ends = [whole, resumed].map(({ rehearsal, written }) => ({
    present: rehearsal.stage.teams.map((team) => team.present()),
    resources: worldsOf(rehearsal).map(({ resources }) => resources),
    repaired: written.log.filter(({ type }) => type === 'repaired'),
  }));
  expect(ends[0]?.repaired).toHaveLength(2);
  expect(ends[1]).toEqual(ends[0]);
});
